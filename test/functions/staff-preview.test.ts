import { describe, expect, it } from "vitest";
import { PreviewShown } from "#contracts/api/preview";
import { Problem } from "#contracts/api/problem";
import type { StaffRequest } from "../support/a-staff-request.ts";
import { staffClinic } from "../support/staff-clinic.ts";

const path = { family: "screening", name: "check" };
const made = { language: "en", zone: "America/New_York", has: ["sms"], facts: [] };
const begun = { on: "2026-11-30", isForced: true, moves: [] as readonly object[] };

async function open() {
  const clinic = await staffClinic();
  const asManager = (request: StaffRequest) => clinic.ask({ groups: "[care-manager]", ...request });
  return {
    clinic,
    /** Of a made patient. */
    made: (body: object) =>
      asManager({
        route: "POST /v1/campaigns/{family}/{name}/preview",
        ...{ path, body: { patient: made, ...begun, ...body } },
      }),
    /** Of one of the clinic's own. */
    of: (patient: string, body: object = {}, organization: "oak" | "elm" = "oak") =>
      asManager({
        route: "POST /v1/patients/{patient}/preview",
        ...{ path: { patient }, organization },
        body: { campaign: "screening/check", ...begun, ...body },
      }),
  };
}

const codeOf = ({ body }: { readonly body: unknown }) => Problem.parse(body).code;

describe("a preview with a made patient", () => {
  it("tells what would be said, when and on which channel, and what follows an answer", async () => {
    const { made: ask } = await open();
    const { body, statusCode } = await ask({ moves: [{ do: "say", text: "STOP" }] });
    expect(statusCode).toBe(200);
    const { told, campaign, zone } = PreviewShown.parse(body);
    expect(campaign).toMatchObject({ id: "screening/check", version: 1, title: "Reminder of oak" });
    expect(zone).toBe("America/New_York");
    expect(told.map(({ is }) => is)).toEqual(expect.arrayContaining(["entered", "said"]));
  });

  it("sends nothing, keeps nothing, and is about nobody", async () => {
    const { made: ask, clinic } = await open();
    const before = JSON.stringify(await clinic.records.load("oak", "p1"));
    await ask({ moves: [{ do: "wait" }, { do: "say", text: "1" }] });
    expect(JSON.stringify(await clinic.records.load("oak", "p1"))).toBe(before);
    expect(await clinic.records.load("oak", "you")).toBeUndefined();
    expect((await clinic.views.page("oak", "p1", { limit: 9 })).views).toEqual([]);
  });

  it.each([
    [{ patient: { ...made, zone: "Mars/Olympus" } }, "body.patient.zone"],
    [{ on: "2026-02-30" }, "body.on"],
    [{ moves: [{ do: "publish" }] }, "body.moves.do"],
    [{ moves: Array.from({ length: 201 }, () => ({ do: "wait" })) }, "body.moves"],
    [{ patient: { ...made, age: 999 } }, "body.patient.age"],
  ])("is refused when it asks for %o", async (body, at) => {
    const { made: ask } = await open();
    expect(Problem.parse((await ask(body)).body)).toMatchObject({ code: "bad-request", at });
  });

  it("is refused for a campaign that nobody published", async () => {
    const { clinic } = await open();
    const answer = await clinic.ask({
      ...{ route: "POST /v1/campaigns/{family}/{name}/preview", groups: "[approver]" },
      ...{ path: { family: "screening", name: "none" }, body: { patient: made, ...begun } },
    });
    expect(codeOf(answer)).toBe("no-such-campaign");
  });
});

describe("a preview with one of the clinic's patients", () => {
  it("goes on from their record, and it is noted who looked", async () => {
    const { of, clinic } = await open();
    const answer = await of("p1");
    const { told, choices } = PreviewShown.parse(answer.body);
    // They are in it already, and their red flag is still with a nurse.
    expect(told[0]).toMatchObject({ is: "goes-on", step: "book" });
    expect(choices.hasTask).toBe(true);
    const { views } = await clinic.views.page("oak", "p1", { limit: 9 });
    expect(views).toMatchObject([{ route: "POST /v1/patients/{patient}/preview" }]);
  });

  it("changes nothing of it, whatever is done", async () => {
    const { of, clinic } = await open();
    const stored = async () => JSON.stringify(await clinic.records.load("oak", "p1"));
    const before = await stored();
    await of("p1", { moves: [{ do: "say", text: "STOP" }, { do: "next-day" }] });
    expect(await stored()).toBe(before);
  });

  it("is refused for somebody of another clinic, and for nobody", async () => {
    const { of } = await open();
    expect(codeOf(await of("nobody"))).toBe("no-such-patient");
    expect(codeOf(await of("p1", { version: 7 }))).toBe("no-such-campaign");
  });
});
