import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../shared/domain/contact/default-policy.ts";
import type { ContactPolicy } from "../../../shared/domain/contact/policy.ts";
import type { StateCode } from "../../../shared/domain/patient/state-zones.ts";
import { nextDue } from "../../../shared/domain/record/due.ts";
import { formatInstant } from "../../../shared/domain/time.ts";
import { campaign } from "../../support/a-campaign.ts";
import { at, enroll, given, newYork, record, rules } from "../../support/a-record.ts";

const eastern = "America/New_York";

/** When a text is due that is planned at that moment, on the clock of the patient's first zone. */
function due(
  planned: string,
  reach: Partial<typeof newYork>,
  policy: Partial<ContactPolicy> = {},
): string | undefined {
  const book = rules([campaign()], {
    policy: { ...defaultPolicy, spreadMinutes: 0, ...policy },
  });
  const patient = record({ reach: { ...newYork, ...reach } });
  const moment = nextDue(
    given(patient, book)
      .when(enroll(at(planned)))
      .record(),
  )?.at;
  return moment === undefined ? undefined : formatInstant(moment, reach.zones?.[0] ?? eastern);
}

describe("a touch waits for the hours of its patient", () => {
  it("from the hour that comes twice on a Sunday to Monday morning", () => {
    expect(due("2026-11-01T01:30:00-04:00", { zones: [eastern] })).toBe(
      "2026-11-02T09:00:30-05:00",
    );
    expect(due("2026-11-01T01:30:00-05:00", { zones: [eastern] })).toBe(
      "2026-11-02T09:00:30-05:00",
    );
  });

  it("between noon and eight in New York for a number of there at a Los Angeles address", () => {
    const zones = [eastern, "America/Los_Angeles"];
    expect(due("2026-11-23T09:00:00-05:00", { zones })).toBe("2026-11-23T12:00:30-05:00");
    expect(due("2026-11-23T19:58:00-05:00", { zones })).toBe("2026-11-23T19:58:00-05:00");
    expect(due("2026-11-23T20:03:00-05:00", { zones })).toBe("2026-11-24T12:00:30-05:00");
  });

  it("is put off, not sent, when it was queued at 19:59 and comes to its turn at 20:03", () => {
    const story = given().when(enroll(at("2026-11-30T19:58:59-05:00")));
    story.when({ type: "claim", at: at("2026-11-30T20:03:00-05:00"), channel: "sms" });
    expect(story.types()).toEqual(["touch-moved"]);
    expect(nextDue(story.record())?.at).toBe(at("2026-12-01T09:00:30-05:00"));
  });

  it("on none of the organization's closed days", () => {
    const window = {
      ...defaultPolicy.window,
      closedDays: [at("2026-11-24T00:00:00Z") / 86_400_000],
    };
    expect(due("2026-11-23T20:30:00-05:00", { zones: [eastern] }, { window })).toBe(
      "2026-11-25T09:00:30-05:00",
    );
  });
});

describe("under a policy that keeps to the hours of the states", () => {
  const strict = { strictStateHours: true };
  const inStates = (states: readonly StateCode[], zone = eastern) => ({ zones: [zone], states });

  it("each state's hours hold at the planning", () => {
    const early = "2026-11-23T05:00:00-05:00";
    expect(due(early, inStates(["NY"]), strict)).toBe("2026-11-23T09:00:30-05:00");
    expect(due(early, inStates(["KY"]), strict)).toBe("2026-11-23T10:00:30-05:00");
    expect(due(early, inStates(["KY"]))).toBe("2026-11-23T09:00:30-05:00");
    expect(due("2026-11-23T18:30:00-05:00", inStates(["RI"]), strict)).toBe(
      "2026-11-24T09:00:30-05:00",
    );
    expect(due(early, inStates(["MS"], "America/Chicago"), strict)).toBe(
      "2026-11-23T09:00:30-06:00",
    );
  });

  it("a Sunday that the organization opens stays closed in Alabama and begins at noon in Texas", () => {
    const allWeek = {
      ...defaultPolicy.window.byWeekday,
      7: { opensMinute: 540, closesMinute: 1200 },
    };
    const policy = { ...strict, window: { ...defaultPolicy.window, byWeekday: allWeek } };
    const sunday = "2026-11-22T06:00:00-06:00";
    expect(due(sunday, inStates(["AL"], "America/Chicago"), policy)).toBe(
      "2026-11-23T09:00:30-06:00",
    );
    expect(due(sunday, inStates(["TX"], "America/Chicago"), policy)).toBe(
      "2026-11-22T12:00:30-06:00",
    );
  });

  it("they are asked again at the claim, and bound the call of the provider", () => {
    const book = rules([campaign()], { policy: { ...defaultPolicy, ...strict, spreadMinutes: 0 } });
    const patient = record({ reach: { ...newYork, states: ["RI"] } });
    const evening = at("2026-11-30T17:58:59-05:00");
    const claimed = given(patient, book).when(enroll(evening), {
      type: "claim",
      at: evening,
      channel: "sms",
    });
    expect(claimed.find("touch-claimed")?.startBy).toBe(at("2026-11-30T17:59:00-05:00"));
    const late = given(patient, book).when(enroll(evening), {
      type: "claim",
      at: at("2026-11-30T18:01:00-05:00"),
      channel: "sms",
    });
    expect(late.find("touch-moved")).toMatchObject({
      reason: "hours",
      dueAt: at("2026-12-01T09:00:30-05:00"),
    });
  });
});

describe("hours that the patient asked for", () => {
  const afternoons = {
    byWeekday: Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((day) => [day, { opensMinute: 840, closesMinute: 1320 }]),
    ),
    holidays: "open" as const,
  };

  it("narrow those of the organization, and never widen them", () => {
    const book = rules([campaign()], { policy: { ...defaultPolicy, spreadMinutes: 0 } });
    const patient = record({ preferences: { hours: afternoons } });
    const dueFrom = (time: string) =>
      given(patient, book)
        .when(enroll(at(time)))
        .find("touch-planned")?.dueAt;
    expect(dueFrom("2026-11-30T09:30:00-05:00")).toBe(at("2026-11-30T14:00:30-05:00"));
    expect(dueFrom("2026-11-30T20:30:00-05:00")).toBe(at("2026-12-01T14:00:30-05:00"));
  });

  it("are asked at the claim, when they were chosen after the text was planned", () => {
    const morning = at("2026-11-30T10:00:00-05:00");
    const story = given().when(enroll(morning), {
      type: "change-preferences",
      at: morning,
      preferences: { hours: afternoons },
    });
    story.when({ type: "claim", at: morning, channel: "sms" });
    expect(story.find("touch-moved")).toMatchObject({
      reason: "hours",
      dueAt: at("2026-11-30T14:00:30-05:00"),
    });
  });
});
