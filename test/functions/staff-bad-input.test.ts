import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { PatientShown } from "#contracts/api/patient";
import { Problem } from "#contracts/api/problem";
import { staffRouteKeys, staffRoutes } from "#contracts/api/routes";
import { roles } from "#domain/staff/role";
import { profile } from "../support/a-clinic.ts";
import { type StaffRequest, staffRequest } from "../support/a-staff-request.ts";
import { type StaffClinic, staffClinic } from "../support/staff-clinic.ts";

const everybody = `[${roles.join(" ")}]`;
let clinic: StaffClinic;
let task: string;

beforeAll(async () => {
  clinic = await staffClinic();
  task = (await clinic.refs("oak"))[0] ?? "";
});

const ask = (request: StaffRequest) => clinic.ask({ groups: everybody, ...request });
const problem = async (request: StaffRequest) => Problem.parse((await ask(request)).body);
const pathOf = (route: string) => ({
  ...(route.includes("{task}") ? { task } : {}),
  ...(route.includes("{patient}") ? { patient: "p1" } : {}),
  ...(route.includes("{family}") ? { family: "screening", name: "check" } : {}),
});

describe("a body", () => {
  it.each(staffRouteKeys)("of 5 MB is too large for %s, before anybody reads it", async (route) => {
    const path = pathOf(route);
    const answer = await problem({ route, path, body: "[".repeat(5_000_000) });
    expect(answer).toMatchObject({ status: 413, code: "too-large" });
  });

  const taking = staffRouteKeys.filter((route) => staffRoutes[route].bodyBytesMax > 0);

  it.each(taking)("that is no JSON is said to be none, by %s", async (route) => {
    for (const body of ["", "{", "NaN", "\u0000", "<xml/>"]) {
      const answer = await problem({ route, path: pathOf(route), body });
      expect(answer).toMatchObject({ status: 400, code: "not-json" });
    }
  });

  it.each(taking)("that is something else names what is wrong, for %s", async (route) => {
    for (const body of ["null", "[]", "7", '"text"', '{"more":1}', '{"__proto__":{"a":1}}']) {
      const answer = await problem({ route, path: pathOf(route), body });
      expect(answer).toMatchObject({ status: 400, code: "bad-request" });
      expect(answer.at).toMatch(/^body(\.|$)/);
    }
  });

  it("names the field, and repeats none of its words", async () => {
    const at = async (route: string, body: object) => {
      const answer = await ask({ route, path: pathOf(route), body });
      expect(answer.text).not.toContain("canary");
      return Problem.parse(answer.body).at;
    };
    const outcome = "POST /v1/tasks/{task}/outcome";
    expect(await at(outcome, { version: 1, outcome: "canary" })).toBe("body.outcome");
    expect(await at(outcome, { version: "canary", outcome: "resolved" })).toBe("body.version");
    const evidence = { kind: "call", reference: "canary said so" };
    expect(
      await at("POST /v1/patients/{patient}/permissions", {
        change: "opt-out",
        scope: {},
        evidence,
      }),
    ).toBe("body.evidence.reference");
    const born = { by: "name", family: "canary", birthDate: "canary" };
    expect(await at("POST /v1/patients/search", born)).toBe("body.birthDate");
    const deep = JSON.parse(`${'{"a":'.repeat(300)}1${"}".repeat(300)}`);
    expect(await at("POST /v1/tasks/{task}/notes", { note: "note-0001", text: deep })).toBe(
      "body.text",
    );
  });
});

describe("an address", () => {
  it.each(["WyJwMSIsIngiXQ", "AAAA", "p1", "..%2f..%2fetc", "a".repeat(900), "<script>"])(
    "that names no task (%s) is told so",
    async (ref) => {
      const answer = await problem({ route: "GET /v1/tasks/{task}", path: { task: ref } });
      expect([400, 404]).toContain(answer.status);
      expect(["bad-request", "no-such-task"]).toContain(answer.code);
    },
  );

  it.each(["", "p1#record", "p1/../p2", "a".repeat(65), "p 1", "<script>"])(
    "that is no patient's id (%s) is told so",
    async (patient) => {
      const answer = await problem({ route: "GET /v1/patients/{patient}", path: { patient } });
      expect(answer).toMatchObject({ code: "bad-request", at: "path.patient" });
    },
  );

  it.each([
    ["GET /v1/tasks", "MCMx"],
    ["GET /v1/tasks", Buffer.from("9#1796000000000#aaaaaaaaaaaaaaaa").toString("base64url")],
    ["GET /v1/patients/{patient}/timeline", Buffer.from("-1").toString("base64url")],
    ["GET /v1/patients/{patient}/views", Buffer.from("x").toString("base64url")],
  ] as const)("of %s that goes on from nowhere (%s) is told so", async (route, cursor) => {
    const answer = await problem({ route, path: pathOf(route), query: { cursor } });
    expect(answer).toMatchObject({ code: "bad-request", at: "query.cursor" });
  });

  it("asks for pages of one to a hundred", async () => {
    for (const limit of ["0", "101", "-1", "ten", "1,2"]) {
      const answer = await problem({ route: "GET /v1/tasks", query: { limit } });
      expect(answer).toMatchObject({ code: "bad-request", at: "query.limit" });
    }
  });
});

describe("script in a patient's name or words", () => {
  it("is data: it comes as it is, as JSON, and no browser takes it for a page", async () => {
    const script = "</script><script>alert('x')</script>";
    const formula = '=HYPERLINK("http://evil.example")';
    await clinic.admit(profile({ patient: "p7", given: script, family: formula, points: [] }));
    const route = "GET /v1/patients/{patient}";
    const answer = await ask({ route, path: { patient: "p7" } });
    expect(PatientShown.parse(answer.body).person).toMatchObject({
      given: script,
      family: formula,
    });
    expect(answer.headers).toMatchObject({
      "content-type": "application/json",
      "x-content-type-options": "nosniff",
    });
  });
});

describe("parts of any shape", () => {
  const numRuns = Number(process.env["FUZZ_RUNS"] ?? 1_000);

  it("are answered or refused, never a fault", async () => {
    const words = fc.oneof(fc.string(), fc.constantFrom("p1", "resolved", "call", "opt-out"));
    const parts = fc.dictionary(
      fc.constantFrom("patient", "task", "cursor", "limit", "queue"),
      words,
    );
    const asked = fc.record({
      route: fc.constantFrom(...staffRouteKeys),
      path: parts,
      query: parts,
      body: fc.oneof(fc.string(), fc.json(), fc.object()),
    });
    await fc.assert(
      fc.asyncProperty(asked, async (request) => {
        const event = staffRequest({ groups: everybody, ...request });
        const { statusCode } = await clinic.handler(event);
        expect(statusCode).toBeLessThan(500);
      }),
      { numRuns },
    );
  });
});
