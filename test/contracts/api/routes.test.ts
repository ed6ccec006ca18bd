import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { patientRoutes } from "#contracts/api/patient-routes";
import { PatientSearch } from "#contracts/api/patients";
import { PermissionChange } from "#contracts/api/permission-change";
import { Problem, type ProblemCode, problemOf, problems } from "#contracts/api/problem";
import { staffRoutes } from "#contracts/api/routes";
import type { StaffRoute } from "#contracts/api/staff-route";
import { taskRoutes } from "#contracts/api/task-routes";
import { HandOverBody, NoteBody, OutcomeBody } from "#contracts/api/task-work";
import { TasksQuery } from "#contracts/api/tasks";

const all: Readonly<Record<string, StaffRoute>> = {
  ...staffRoutes,
  ...taskRoutes,
  ...patientRoutes,
};
const routes = Object.entries(all);
const fieldsOf = (schema: z.ZodMiniType | undefined) =>
  schema === undefined ? [] : Object.keys((schema as z.ZodMiniObject).shape);

describe("every route for staff", () => {
  it.each(routes)("%s says what stands for its braces, and nothing else does", (key, { path }) => {
    const braces = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(fieldsOf(path)).toEqual(braces);
  });

  it.each(routes)("%s takes a body exactly where it changes or searches", (key, route) => {
    const isSent = /^(POST|PUT) /.test(key);
    expect(route.body !== undefined).toBe(isSent);
    expect(route.bodyBytesMax > 0).toBe(isSent);
  });

  it.each(routes)("%s asks for no patient behind its question mark", (_, { query }) => {
    const work = ["queue", "whose", "limit", "cursor"];
    const reach = ["campaign", "from", "through", "by", "value", "measure"];
    const forecast = ["on", "days", "from", "answers", "version", "part", "of"];
    for (const field of fieldsOf(query)) expect([...work, ...reach, ...forecast]).toContain(field);
  });

  it("keeps analysts, approvers and operators away from patients and their tasks", () => {
    for (const { roles } of Object.values({ ...taskRoutes, ...patientRoutes })) {
      for (const role of ["analyst", "approver", "operator"]) expect(roles).not.toContain(role);
    }
  });
});

describe("what is asked for a page of tasks", () => {
  it.each([{}, { whose: "mine" }, { queue: "nurse", limit: "100" }, { cursor: "MSMxNzk" }])(
    "may be %o",
    (query) => expect(TasksQuery.safeParse(query).success).toBe(true),
  );

  it.each([
    { whose: "theirs" },
    { limit: "0" },
    { limit: "101" },
    { limit: "1e2" },
    { cursor: "a b" },
    { cursor: "a".repeat(201) },
    { queue: "#" },
    { patient: "p1" },
  ])("may not be %o", (query) => expect(TasksQuery.safeParse(query).success).toBe(false));

  it("comes with its limit as a number", () => {
    expect(TasksQuery.parse({ limit: "20" })).toEqual({ limit: 20 });
  });
});

describe("what is done with a task", () => {
  it("closes it as resolved or unreachable, on the version that was seen", () => {
    expect(OutcomeBody.safeParse({ version: 2, outcome: "resolved" }).success).toBe(true);
    for (const wrong of [
      { outcome: "resolved" },
      { version: 2, outcome: "booked" },
      { version: -1 },
    ]) {
      expect(OutcomeBody.safeParse(wrong).success).toBe(false);
    }
  });

  it("hands it to one colleague", () => {
    expect(HandOverBody.safeParse({ version: 1, to: "7d1c3f0e-0000-4000" }).success).toBe(true);
    expect(HandOverBody.safeParse({ version: 1, to: "oak#elm" }).success).toBe(false);
  });

  it("notes words as they are, lines and marks of other languages too, but nothing invisible", () => {
    const note = "00000000-0000-4000-8000-000000000001";
    const words = "Señora Ñusta called back.\n<script>alert(1)</script> 💬";
    expect(NoteBody.parse({ note, text: `  ${words} ` })).toEqual({ note, text: words });
    for (const text of ["", "   ", "a\u0000b", "a\u001b[31m", "x".repeat(4_001)]) {
      expect(NoteBody.safeParse({ note, text }).success).toBe(false);
    }
  });
});

describe("whom staff look for", () => {
  it.each([
    { by: "identifier", identifier: "patient-000042" },
    { by: "phone", phone: "(202) 555-0111" },
    { by: "name", family: "Álvarez", birthDate: "1961-02-28" },
  ])("is told by %o", (search) => expect(PatientSearch.safeParse(search).success).toBe(true));

  it.each([
    { by: "identifier", identifier: "p1#p2" },
    { by: "name", family: "Álvarez" },
    { by: "name", family: "Álvarez", birthDate: "1961-02-30" },
    { by: "everybody" },
    { by: "phone", phone: "(202) 555-0111", organization: "elm" },
  ])("is not told by %o", (search) => expect(PatientSearch.safeParse(search).success).toBe(false));
});

describe("a change of permission", () => {
  const evidence = { kind: "call", reference: "c-1" };

  it("opts out without a version, and in only with one", () => {
    const optOut = { change: "opt-out", scope: {}, evidence };
    expect(PermissionChange.safeParse(optOut).success).toBe(true);
    const optIn = { change: "opt-in", scope: {}, basis: "spoken", evidence };
    expect(PermissionChange.safeParse(optIn).success).toBe(false);
    expect(PermissionChange.safeParse({ ...optIn, version: "a1" }).success).toBe(true);
  });

  it("is never without evidence, and evidence never holds words", () => {
    const wrong = { change: "wrong-number", point: "abc123" };
    expect(PermissionChange.safeParse(wrong).success).toBe(false);
    expect(PermissionChange.safeParse({ ...wrong, evidence }).success).toBe(true);
    const wordy = { kind: "call", reference: "she said so" };
    expect(PermissionChange.safeParse({ ...wrong, evidence: wordy }).success).toBe(false);
  });
});

describe("a refusal", () => {
  it.each(Object.keys(problems) as ProblemCode[])("%s reads back as it was written", (code) => {
    const holder = { user: "u-1", name: "sam@oak.example", since: "2026-11-26T14:03:00Z" };
    const problem = problemOf(code, "request-1", { holder, at: "body.version" });
    expect(Problem.parse(JSON.parse(JSON.stringify(problem)))).toEqual(problem);
  });
});
