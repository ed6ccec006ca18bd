import { describe, expect, it } from "vitest";
import { PatientShown } from "#contracts/api/patient";
import { PatientsFound } from "#contracts/api/patients";
import { PermissionChanged } from "#contracts/api/permission-change";
import { Problem } from "#contracts/api/problem";
import { TimelinePage } from "#contracts/api/timeline";
import { ViewsPage } from "#contracts/api/views";
import { pointId } from "#domain/patient/point-id";
import { formatInstant } from "#domain/time";
import { TryAgain } from "../../shared/errors.ts";
import { profile } from "../support/a-clinic.ts";
import { mobile, ownNumber, staffClinic } from "../support/staff-clinic.ts";

const path = { patient: "p1" };
const evidence = { kind: "call", reference: "c-42" };

/** Oak's clinic, and what an agent asks of it. */
async function worked() {
  const clinic = await staffClinic();
  const groups = "[agent]";
  const search = async (body: object) => {
    const answer = await clinic.ask({ route: "POST /v1/patients/search", body, groups });
    return PatientsFound.parse(answer.body).patients.map(({ patient }) => patient);
  };
  const show = async () => {
    const answer = await clinic.ask({ route: "GET /v1/patients/{patient}", path, groups });
    return PatientShown.parse(answer.body);
  };
  const change = (body: object) =>
    clinic.ask({ route: "POST /v1/patients/{patient}/permissions", path, body, groups });
  const timeline = async (query: Record<string, string> = {}) => {
    const route = "GET /v1/patients/{patient}/timeline";
    return TimelinePage.parse((await clinic.ask({ route, path, query, groups })).body);
  };
  const views = async (query: Record<string, string> = {}) => {
    const route = "GET /v1/patients/{patient}/views";
    return ViewsPage.parse(
      (await clinic.ask({ route, path, query, groups: "[administrator]" })).body,
    );
  };
  return { clinic, search, show, change, timeline, views };
}

describe("somebody who is looked for", () => {
  it("is found by the clinic's id, by a phone however it is written, or by name and birth date", async () => {
    const { search } = await worked();
    expect(await search({ by: "identifier", identifier: "p1" })).toEqual(["p1"]);
    expect(await search({ by: "phone", phone: "(202) 555-0111" })).toEqual(["p1"]);
    const named = { by: "name", family: "alvarez oak", birthDate: "1961-02-28" };
    expect(await search(named)).toEqual(["p1"]);
    expect(await search({ ...named, given: "maria" })).toEqual(["p1"]);
  });

  it("is not found by less, by what is wrong, or by what is no number", async () => {
    const { search } = await worked();
    expect(await search({ by: "identifier", identifier: "p2" })).toEqual([]);
    expect(await search({ by: "phone", phone: "555-0111" })).toEqual([]);
    expect(await search({ by: "phone", phone: "DROP TABLE" })).toEqual([]);
    const named = { by: "name", family: "alvarez oak", birthDate: "1961-02-28" };
    expect(await search({ ...named, birthDate: "1961-03-01" })).toEqual([]);
    expect(await search({ ...named, family: "alvarez" })).toEqual([]);
    expect(await search({ ...named, given: "ana" })).toEqual([]);
  });

  it("among very many of that name is said to be cut off, and no more are looked at", async () => {
    const { clinic } = await worked();
    for (let index = 0; index < 30; index += 1) {
      await clinic.profiles.save(profile({ patient: `q${index}`, family: "Lee", birthDate: 1 }));
    }
    const body = { by: "name", family: "Lee", birthDate: "1970-01-02" };
    const answer = await clinic.ask({ route: "POST /v1/patients/search", body, groups: "[agent]" });
    expect(PatientsFound.parse(answer.body)).toMatchObject({ isCutOff: true });
    expect(PatientsFound.parse(answer.body).patients).toHaveLength(20);
  });
});

describe("one patient", () => {
  it("is shown with points, permissions and why, campaigns and open tasks", async () => {
    const { show } = await worked();
    const shown = await show();
    expect(shown).toMatchObject({
      person: { given: "Mariaoak", language: "en", zones: ["America/New_York"] },
      enrollments: [{ campaign: "screening/check", title: "Reminder of oak", status: "escalated" }],
      tasks: [{ reason: "reply-T1" }, { reason: "schedule-visit" }],
    });
    expect(shown.permissions.standing).toHaveLength(15);
    expect(shown.permissions.standing).toContainEqual({ channel: "sms", purpose: "screening" });
    expect(shown.permissions.standing).toContainEqual({
      ...{ channel: "email", purpose: "screening", refused: "no-channel" },
    });
    expect(shown.permissions.history).toMatchObject([{ says: "granted", basis: "number-given" }]);
  });

  it("who is not this clinic's is not there", async () => {
    const { clinic } = await worked();
    const ids = { route: "GET /v1/patients/{patient}", path: { patient: "p9" }, groups: "[agent]" };
    const answer = await clinic.ask(ids);
    expect(Problem.parse(answer.body)).toMatchObject({ status: 404, code: "no-such-patient" });
  });
});

describe("the timeline", () => {
  it("tells the latest first, in words and codes, with what the patient said", async () => {
    const { timeline } = await worked();
    const { entries, zone } = await timeline();
    expect(zone).toBe("America/New_York");
    expect(entries[0]).toMatchObject({ type: "task-raised" });
    const heard = entries.find(({ type }) => type === "reply-received");
    expect(heard).toMatchObject({ channel: "sms", tier: "T1", text: "My chest hurts, says oak" });
    expect(heard?.words).toContain("RED FLAG");
    const escalated = entries.filter(({ type }) => type === "escalated");
    expect(escalated).toMatchObject([{ reason: "reply-T1" }, { reason: "schedule-visit" }]);
  });

  it("goes on from page to page, and parts nothing that happened at once", async () => {
    const { timeline } = await worked();
    const all = (await timeline()).entries;
    const paged: typeof all = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 20; pages += 1) {
      const page = await timeline({ limit: "1", ...(cursor ? { cursor } : {}) });
      expect(new Set(page.entries.map(({ revision }) => revision)).size).toBeLessThanOrEqual(1);
      paged.push(...page.entries);
      cursor = page.cursor;
      if (cursor === undefined) break;
    }
    expect(paged).toEqual(all);
  });
});

describe("what a patient tells staff about permission", () => {
  it("stops everything at once, as their own STOP, with what shows it", async () => {
    const { change, show, clinic } = await worked();
    const answer = await change({ change: "opt-out", scope: {}, evidence });
    const { changed, permissions } = PermissionChanged.parse(answer.body);
    expect(changed).toBe(true);
    const refused = permissions.standing.filter(({ channel }) => channel !== "email");
    expect(refused.every((standing) => standing.refused === "opted-out")).toBe(true);
    const { history } = (await show()).permissions;
    expect(history[0]).toMatchObject({
      ...{ says: "revoked", via: "agent", scope: {}, reference: "call:c-42" },
      by: "7d1c3f0e-0000-4000-8000-000000000001",
    });
    expect(await clinic.records.load("oak", "p1")).toMatchObject({ enrollments: [] });
    expect(clinic.mirror.take(9)).toMatchObject([{ organization: "oak", patient: "p1" }]);
  });

  it("said twice is one word", async () => {
    const { change, clinic } = await worked();
    const optOut = { change: "opt-out", scope: { purpose: "screening" }, evidence };
    await change(optOut);
    const { revision } = (await clinic.records.load("oak", "p1")) ?? {};
    expect(PermissionChanged.parse((await change(optOut)).body).changed).toBe(false);
    expect((await clinic.records.load("oak", "p1"))?.revision).toBe(revision);
  });

  it("of a phone holds for whoever is reached there", async () => {
    const { change, clinic } = await worked();
    const phone = { id: pointId(mobile), kind: "mobile", address: mobile } as const;
    await clinic.admit(profile({ patient: "p2", points: [phone] }));
    await change({ change: "opt-out", scope: { point: phone.id }, evidence });
    for (const patient of ["p1", "p2"]) {
      const record = await clinic.records.load("oak", patient);
      expect(record?.permissions).toMatchObject([{ says: "revoked", via: "agent" }]);
    }
    expect((await clinic.points.owners("oak", phone.id)).stops).toHaveLength(1);
    expect(await clinic.records.load("elm", "p1")).toMatchObject({ permissions: [] });
  });

  it("opens again what was stopped, on what was known when they were asked", async () => {
    const { change, show } = await worked();
    await change({ change: "opt-out", scope: {}, evidence });
    const { version } = (await show()).permissions;
    const optIn = { change: "opt-in", scope: {}, basis: "spoken", evidence, version };
    const { changed, permissions } = PermissionChanged.parse((await change(optIn)).body);
    expect(changed).toBe(true);
    expect(permissions.standing).toContainEqual({ channel: "sms", purpose: "screening" });
  });

  it("does not undo a STOP that came meanwhile", async () => {
    const { change, show, clinic } = await worked();
    const { version } = (await show()).permissions;
    await clinic.say("oak", "stop-1", "STOP");
    const optIn = { change: "opt-in", scope: {}, basis: "spoken", evidence, version };
    expect(Problem.parse((await change(optIn)).body)).toMatchObject({
      ...{ status: 409, code: "stale-version" },
    });
    const record = await clinic.records.load("oak", "p1");
    expect(record?.permissions).toMatchObject([{ says: "revoked", via: "sms" }]);
  });

  it("that a number is somebody else's has it given up, and the right one looked for", async () => {
    const { change, show, clinic } = await worked();
    const point = pointId(mobile);
    const wrong = { change: "wrong-number", point, evidence };
    expect(PermissionChanged.parse((await change(wrong)).body).changed).toBe(true);
    const { person, tasks } = await show();
    expect(person.points[0]?.use).toEqual([
      { channel: "sms", refused: "wrong-or-dead" },
      { channel: "voice", refused: "wrong-or-dead" },
    ]);
    expect(tasks.map(({ reason }) => reason)).toContain("wrong-number");
    expect(PermissionChanged.parse((await change(wrong)).body).changed).toBe(false);
    expect((await clinic.records.load("oak", "p1"))?.badPoints).toEqual([point]);
  });

  it("is never about somebody else's number", async () => {
    const { change, clinic } = await worked();
    const foreign = pointId(ownNumber.elm);
    for (const [body, at] of [
      [{ change: "wrong-number", point: foreign, evidence }, "body.point"],
      [{ change: "opt-out", scope: { point: foreign }, evidence }, "body.scope.point"],
    ] as const) {
      expect(Problem.parse((await change(body)).body)).toMatchObject({ code: "bad-request", at });
    }
    expect((await clinic.points.owners("oak", foreign)).stops).toEqual([]);
  });
});

describe("who saw a patient", () => {
  it("is noted with the route and the request, for every page about them", async () => {
    const { clinic, show, search, timeline, change, views } = await worked();
    const [task = ""] = await clinic.refs("oak");
    await show();
    await search({ by: "phone", phone: mobile });
    await timeline();
    await change({ change: "opt-out", scope: {}, evidence });
    const at = { path: { task }, groups: "[agent]" };
    await clinic.ask({ ...at, route: "GET /v1/tasks/{task}" });
    const noted = (await views()).views;
    expect(noted.map(({ route }) => route).toSorted()).toEqual(
      [
        "GET /v1/patients/{patient}",
        "POST /v1/patients/search",
        "GET /v1/patients/{patient}/timeline",
        "POST /v1/patients/{patient}/permissions",
        "GET /v1/tasks/{task}",
      ].toSorted(),
    );
    expect(noted[0]).toMatchObject({
      ...{ user: "7d1c3f0e-0000-4000-8000-000000000001", name: "sam@oak.example" },
      at: formatInstant(clinic.clock.now()),
    });
  });

  it("is known before the page leaves: what cannot be noted is not shown", async () => {
    const broken = () => Promise.reject(new TryAgain("dynamodb/throttled"));
    const { ask, views } = await staffClinic();
    const clinic = await staffClinic({ views: { ...views, note: broken } });
    const request = { route: "GET /v1/patients/{patient}", path, groups: "[agent]" };
    const answer = await clinic.ask(request);
    expect(answer).toMatchObject({ statusCode: 503, body: { code: "try-again" } });
    expect(answer.text).not.toContain("Maria");
    expect((await ask(request)).statusCode).toBe(200);
  });

  it("says nothing of them, and nobody of whom was asked in vain", async () => {
    const { clinic, search, views, show } = await worked();
    await search({ by: "phone", phone: "(202) 555-0199" });
    await show();
    const { views: noted } = await views();
    expect(noted).toHaveLength(1);
    expect(JSON.stringify(noted)).not.toMatch(/Maria|555/);
    const ids = { route: "GET /v1/patients/{patient}", path: { patient: "p9" }, groups: "[agent]" };
    await clinic.ask(ids);
    expect((await clinic.views.page("oak", "p9", { limit: 9 })).views).toEqual([]);
  });
});
