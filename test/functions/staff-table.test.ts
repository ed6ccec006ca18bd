import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { Problem } from "#contracts/api/problem";
import { type StaffRouteKey, staffRouteKeys } from "#contracts/api/routes";
import { formatTaskRef } from "#contracts/api/task-ref";
import { pointId } from "#domain/patient/point-id";
import { type Role, roles } from "#domain/staff/role";
import { checkTexts, draftersAt } from "../support/a-draft.ts";
import { monday } from "../support/a-record.ts";
import type { StaffRequest } from "../support/a-staff-request.ts";
import {
  type ClinicName,
  clinics,
  mobile,
  type StaffClinic,
  staffClinic,
} from "../support/staff-clinic.ts";

const near: readonly Role[] = ["care-manager", "agent"];
const drafters: readonly Role[] = ["care-manager", "approver"];
const readers: readonly Role[] = [...drafters, "analyst", "operator", "administrator"];

/** Who may ask what, written down once more: the code's own table must say the same. */
const allowed: Readonly<Record<StaffRouteKey, readonly Role[]>> = {
  "GET /v1/me": ["care-manager", "approver", "agent", "analyst", "operator", "administrator"],
  "GET /v1/campaigns": readers,
  "GET /v1/campaigns/{family}/{name}": readers,
  "GET /v1/drafts": drafters,
  "GET /v1/campaigns/{family}/{name}/draft": drafters,
  "PUT /v1/campaigns/{family}/{name}/draft": ["care-manager"],
  "POST /v1/campaigns/{family}/{name}/draft/submit": ["care-manager"],
  "POST /v1/campaigns/{family}/{name}/draft/discard": ["care-manager"],
  "POST /v1/campaigns/{family}/{name}/draft/return": ["approver"],
  "POST /v1/campaigns/{family}/{name}/draft/publish": ["approver"],
  "GET /v1/campaigns/{family}/{name}/versions": readers,
  "GET /v1/campaigns/{family}/{name}/versions/{version}": readers,
  "GET /v1/tasks": near,
  "GET /v1/tasks/{task}": near,
  "POST /v1/tasks/{task}/claim": ["agent"],
  "POST /v1/tasks/{task}/release": near,
  "POST /v1/tasks/{task}/hand-over": ["agent"],
  "POST /v1/tasks/{task}/outcome": ["agent"],
  "POST /v1/tasks/{task}/notes": near,
  "GET /v1/colleagues": ["agent"],
  "POST /v1/patients/search": near,
  "GET /v1/patients/{patient}": near,
  "GET /v1/patients/{patient}/timeline": near,
  "POST /v1/patients/{patient}/permissions": near,
  "GET /v1/patients/{patient}/views": ["administrator"],
  "GET /v1/switches": ["care-manager", "approver", "operator", "administrator"],
  "POST /v1/switches/halt": ["care-manager", "approver", "operator", "administrator"],
  "POST /v1/switches/resume": ["operator", "administrator"],
  "POST /v1/campaigns/{family}/{name}/pause": ["care-manager", "operator", "administrator"],
  "POST /v1/campaigns/{family}/{name}/resume": ["care-manager", "operator", "administrator"],
  "GET /v1/reach": ["care-manager", "approver", "analyst", "administrator"],
  "GET /v1/reach/people": ["care-manager", "analyst"],
  "POST /v1/campaigns/{family}/{name}/preview": ["care-manager", "approver"],
  "POST /v1/patients/{patient}/preview": ["care-manager"],
  "GET /v1/campaigns/{family}/{name}/forecast": ["care-manager", "approver"],
};
const routes = Object.keys(allowed) as readonly StaffRouteKey[];

const evidence = { kind: "call", reference: "c-1" };
const walked = { on: "2026-11-30", isForced: true, moves: [{ do: "wait" }] };
const lookingAhead = {
  ...{ on: "2026-12-01", days: "7", from: "records", answers: "silence", part: "0", of: "1" },
};
const made = { language: "en", zone: "America/New_York", has: ["sms"], facts: [] };
const otherOf = (organization: ClinicName) => clinics.find((one) => one !== organization) ?? "elm";

/** A request that each route takes, about the first task of that clinic's patient. */
function requestOf(route: StaffRouteKey, task: string): StaffRequest {
  const bodies: Partial<Record<StaffRouteKey, object>> = {
    "POST /v1/tasks/{task}/claim": {},
    "POST /v1/tasks/{task}/release": { version: 1 },
    "POST /v1/tasks/{task}/hand-over": { version: 1, to: "colleague" },
    "POST /v1/tasks/{task}/outcome": { version: 1, outcome: "resolved" },
    "POST /v1/tasks/{task}/notes": { note: "note-0001", text: "No answer." },
    "POST /v1/switches/halt": { what: "sms" },
    "POST /v1/switches/resume": { what: "sms", since: "2026-11-30T15:00:00Z" },
    "POST /v1/campaigns/{family}/{name}/pause": {},
    "POST /v1/campaigns/{family}/{name}/resume": {},
    "PUT /v1/campaigns/{family}/{name}/draft": { version: 0, basedOn: 1, texts: checkTexts },
    "POST /v1/campaigns/{family}/{name}/draft/submit": { version: monday, why: "New." },
    "POST /v1/campaigns/{family}/{name}/draft/discard": { version: monday },
    "POST /v1/campaigns/{family}/{name}/draft/return": { version: monday + 1, why: "Long." },
    "POST /v1/campaigns/{family}/{name}/draft/publish": { version: monday + 1, why: "Right." },
    "POST /v1/patients/search": { by: "phone", phone: mobile },
    "POST /v1/patients/{patient}/permissions": { change: "opt-out", scope: {}, evidence },
    "POST /v1/campaigns/{family}/{name}/preview": { patient: made, ...walked },
    "POST /v1/patients/{patient}/preview": { campaign: "screening/check", ...walked },
  };
  const weeks = { from: "2026-W01", through: "2026-W53" };
  const queries: Partial<Record<StaffRouteKey, Record<string, string>>> = {
    "GET /v1/reach": weeks,
    "GET /v1/reach/people": { ...weeks, measure: "answered" },
    "GET /v1/campaigns/{family}/{name}/forecast": lookingAhead,
  };
  const path = {
    ...(route.includes("{task}") ? { task } : {}),
    ...(route.includes("{patient}") ? { patient: "p1" } : {}),
    ...(route.includes("{family}") ? { family: "screening", name: "check" } : {}),
    ...(route.includes("{version}") ? { version: "2" } : {}),
  };
  const body = bodies[route];
  const query = queries[route];
  return { route, path, ...(query && { query }), ...(body === undefined ? {} : { body }) };
}

/** As it must be before the route can be answered: what one does with a task, one has. */
async function prepare(
  clinic: StaffClinic,
  organization: ClinicName,
  { route, task }: { readonly route: StaffRouteKey; readonly task: string },
) {
  const { roster, clock, ask } = clinic;
  const kim = {
    user: "colleague",
    name: `kim@${organization}.example`,
    organization,
    roles: ["agent"],
  } as const;
  await roster.seen(kim, clock.now());
  if (needsDraft(route)) return prepareDraft(clinic, organization, route);
  if (!route.startsWith("POST /v1/tasks/") || route.endsWith("claim")) return;
  const claim = { route: "POST /v1/tasks/{task}/claim", path: { task }, body: {} };
  await ask({ ...claim, organization, groups: "[agent]" });
}

function needsDraft(route: StaffRouteKey): boolean {
  return route.includes("/draft") || route.includes("/versions");
}

/** Somebody else's draft, submitted where the route is an approver's, or published. */
async function prepareDraft(clinic: StaffClinic, organization: ClinicName, route: StaffRouteKey) {
  const staff = draftersAt(clinic, organization);
  await staff.prepare();
  if (route.startsWith("PUT")) return;
  await staff.save(0);
  if (/submit|discard/.test(route)) return;
  await staff.submit(monday);
  if (route.includes("/versions")) await staff.publish(monday + 1);
}

describe("who may ask what", () => {
  it("is written down for every route and for every role", () => {
    expect(routes.toSorted()).toEqual([...staffRouteKeys].toSorted());
    const named = new Set(Object.values(allowed).flat());
    expect([...named].toSorted()).toEqual([...roles].toSorted());
  });

  const cells = routes.flatMap((route) =>
    roles.flatMap((role) =>
      clinics.map((organization) => {
        const may = allowed[route].includes(role);
        return { route, role, organization, says: may ? "sees that clinic's alone" : "is refused" };
      }),
    ),
  );

  it.each(cells)("$role of $organization asks $route and $says", async (cell) => {
    const clinic = await staffClinic();
    const { route, role, organization, says } = cell;
    const [task = ""] = await clinic.refs(organization);
    if (says === "is refused") {
      const request = requestOf(route, task);
      const answer = await clinic.ask({ ...request, organization, groups: `[${role}]` });
      expect(answer.statusCode).toBe(403);
      expect(Problem.parse(answer.body).code).toBe("not-allowed");
      return;
    }
    await prepare(clinic, organization, { route, task });
    const answer = await clinic.ask({
      ...requestOf(route, task),
      ...{ organization, groups: `[${role}]` },
    });
    expect(answer.body).not.toHaveProperty("code");
    expect(answer.statusCode).toBe(200);
    expect(answer.text).not.toContain(otherOf(organization));
  });

  it("with no role is nothing", async () => {
    const clinic = await staffClinic();
    const [task = ""] = await clinic.refs("oak");
    for (const groups of [undefined, "[]", [], "[accountant]"]) {
      for (const route of routes) {
        const claims = { "cognito:groups": groups };
        const answer = await clinic.ask({ ...requestOf(route, task), claims });
        expect(answer.statusCode).toBe(403);
      }
    }
  });
});

describe("ten thousand requests with ids of another clinic", () => {
  const numRuns = Number(process.env["CROSS_RUNS"] ?? 10_000);
  let clinic: StaffClinic;
  let foreign: readonly string[];
  let before: string;

  /** All that elm has, as it is stored. */
  const elmAsStored = async (): Promise<string> => {
    const { records, worklist, notes, profiles, views, ports, campaigns } = clinic;
    const { entries } = await worklist.page("elm", {}, { limit: 100 });
    const tasks = entries.map(({ listed }) => ({
      ...{ organization: "elm", patient: listed.patient, id: listed.task.id },
    }));
    return JSON.stringify([
      await Promise.all(["p1", "only-elm"].map((id) => records.load("elm", id))),
      await Promise.all(["p1", "only-elm"].map((id) => profiles.load("elm", id))),
      entries,
      await Promise.all(tasks.map((task) => notes.of(task))),
      await views.page("elm", "p1", { limit: 100 }),
      await Promise.all(
        ["screening/check", "screening/only-elm"].map((id) => ports.drafts.load("elm", id)),
      ),
      await ports.drafts.list("elm"),
      await campaigns.live("elm"),
    ]);
  };

  beforeAll(async () => {
    clinic = await staffClinic();
    const { ask, admit, profiles } = clinic;
    const known = await profiles.load("elm", "p1");
    if (known) await admit({ ...known, patient: "only-elm" });
    await ask({
      ...requestOf("POST /v1/tasks/{task}/notes", (await clinic.refs("elm"))[0] ?? ""),
      ...{ organization: "elm", groups: "[agent]" },
    });
    const tasks = (await clinic.records.load("elm", "p1"))?.tasks ?? [];
    foreign = [
      ...tasks.map(({ id }) => formatTaskRef({ patient: "p1", id })),
      ...tasks.map(({ id }) => formatTaskRef({ patient: "only-elm", id })),
    ];
    const path = { family: "screening", name: "only-elm" };
    const save = { ...requestOf("PUT /v1/campaigns/{family}/{name}/draft", ""), path };
    const texts = { ...checkTexts, "rules/elm.yaml": "title: says elm" };
    const saved = { version: 0, basedOn: 0, texts };
    await ask({ ...save, body: saved, organization: "elm", groups: "[care-manager]" });
    before = await elmAsStored();
  });

  it("read nothing of it and change nothing in it, whatever roles and routes are tried", async () => {
    const searches = fc.constantFrom(
      { by: "identifier", identifier: "only-elm" },
      { by: "phone", phone: "+12025550122" },
      { by: "name", family: "Alvarez-elm", birthDate: "1961-02-28" },
    );
    const version = fc.integer({ min: 0, max: 3 });
    const moments = fc.constantFrom(0, monday, monday + 1, monday + 2);
    const point = fc.constantFrom(pointId("+12025550122"), pointId("+12025550111"));
    const bodies: Readonly<Record<string, fc.Arbitrary<object>>> = {
      claim: fc.constant({}),
      release: fc.record({ version }),
      "hand-over": fc.record({ version, to: fc.constantFrom("colleague", "elm") }),
      outcome: fc.record({ version, outcome: fc.constantFrom("resolved", "unreachable") }),
      notes: fc.record({ note: fc.constant("note-0002"), text: fc.string({ minLength: 1 }) }),
      search: searches,
      preview: fc.constant({ campaign: "screening/check", ...walked }),
      draft: fc.record({ version: moments, basedOn: version, texts: fc.constant(checkTexts) }),
      submit: fc.record({ version: moments, why: fc.constant("New.") }),
      discard: fc.record({ version: moments }),
      return: fc.record({ version: moments, why: fc.constant("Long.") }),
      publish: fc.record({ version: moments, why: fc.constant("Right.") }),
      permissions: point.map((one) => ({ change: "wrong-number", point: one, evidence })),
    };
    const sent = fc.constantFrom(...routes).chain((route) => {
      const isRead = route.startsWith("GET");
      const given = isRead ? undefined : bodies[route.split("/").at(-1) ?? ""];
      const body = given ?? fc.constant(undefined);
      const patient = fc.constantFrom("only-elm", "elm", "elm/p1", "elm#p1", "../elm/p1");
      const task = fc.oneof(fc.constantFrom(...foreign), fc.base64String({ minLength: 4 }));
      const name = fc.constantFrom("check", "only-elm");
      const path = fc.record({ patient, task, name }).map((all) => ({
        ...(route.includes("{family}") ? { family: "screening", name: all.name } : {}),
        ...(route.includes("{version}") ? { version: "1" } : {}),
        ...(route.includes("{task}") ? { task: all.task } : {}),
        ...(route.includes("{patient}") ? { patient: all.patient } : {}),
      }));
      const query = fc.record(
        { organization: fc.constant("elm"), cursor: fc.string(), queue: fc.string() },
        { requiredKeys: [] },
      );
      return fc.record({
        route: fc.constant(route),
        body,
        path,
        query,
        groups: fc.subarray([...roles], { minLength: 1 }),
      });
    });
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(sent, async ({ body, ...request }) => {
        const asked = { ...request, organization: "oak", ...(body ? { body } : {}) };
        const { statusCode, text } = await clinic.ask(asked);
        statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
        expect(statusCode).toBeLessThan(500);
        expect(text).not.toMatch(/of elm|says elm|Mariaelm|lvarez-elm|12025550122|care@elm/);
      }),
      { numRuns },
    );
    expect(await elmAsStored()).toBe(before);
    // Enough of them came past the roles and the contracts to say something.
    expect((statuses.get(200) ?? 0) + (statuses.get(404) ?? 0)).toBeGreaterThan(numRuns / 5);
  }, 240_000);
});
