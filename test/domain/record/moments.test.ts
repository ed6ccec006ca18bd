import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { ContactPolicy } from "#domain/contact/policy";
import { startBy as startByOf } from "#domain/record/moment";
import type { RecentTouch } from "#domain/record/record";
import { begin } from "#domain/record/turn";
import { campaign } from "#support/a-campaign";
import { at, enroll, given, monday, newYork, record, rules } from "#support/a-record";

const minute = 60_000;
const night = at("2026-11-30T23:30:00-05:00");
const opening = at("2026-12-01T09:00:30-05:00");

function dueAt(patient: string, when: number, spreadMinutes: number, opens = "09:00-20:00") {
  const [from = "", to = ""] = opens.split("-");
  const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const day = { from: minutesOf(from), to: minutesOf(to) };
  const window = { byWeekday: [day, day, day, day, day, day, day], holidays: false };
  const hours = opens === "09:00-20:00" ? {} : { window };
  const policy = { ...defaultPolicy, ...hours, spreadMinutes } as typeof defaultPolicy;
  const story = given(record({ patient }), rules([campaign()], { policy })).when(enroll(when));
  return story.find("touch-planned")?.dueAt ?? 0;
}

describe("texts that all wait for the same opening", () => {
  const patients = Array.from({ length: 60 }, (_, index) => `patient-${index}`);

  it("are spread over the policy's minutes, in whole minutes, each always to the same", () => {
    const dues = patients.map((patient) => dueAt(patient, night, 30));
    const after = dues.map((due) => (due - opening) / minute);
    expect(after.every((minutes) => Number.isInteger(minutes))).toBe(true);
    expect(Math.min(...after)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...after)).toBeLessThan(30);
    expect(new Set(after).size).toBeGreaterThan(15);
    expect(patients.map((patient) => dueAt(patient, night, 30))).toEqual(dues);
  });

  it("are not put off when the moment they ask for is open", () => {
    const dues = patients.map((patient) => dueAt(patient, monday, 30));
    expect(new Set(dues)).toEqual(new Set([monday]));
  });

  it("go at the opening where there is no room to spread them", () => {
    const dues = patients.map((patient) => dueAt(patient, night, 24 * 60));
    const late = dues.filter((due) => due > at("2026-12-01T19:59:00-05:00"));
    expect(late).toEqual([]);
    expect(dues.filter((due) => due === opening).length).toBeGreaterThan(10);
    expect(dues.filter((due) => due > opening).length).toBeGreaterThan(10);
  });
});

describe("what counts under a cap", () => {
  const policy: ContactPolicy = {
    ...defaultPolicy,
    spreadMinutes: 0,
    caps: [{ name: "one to a number", per: "local-day", max: 1, alike: ["point"] }],
  };
  const sentTo = (point: string, isNotice = false): RecentTouch => ({
    touch: { campaign: "lab-reminder/other", episode: "e1", step: "invite", occurrence: 1 },
    channel: "sms",
    point,
    at: monday - 60 * minute,
    status: "sent",
    isNotice,
  });
  const claimAfter = (touch: RecentTouch) =>
    given(record({ touches: [touch] }), rules([campaign()], { policy })).when(enroll(monday), {
      type: "claim",
      at: monday,
      channel: "sms",
    });

  it("is a contact at the same number, and none at another", () => {
    expect(claimAfter(sentTo("p-mobile")).types()).not.toContain("touch-claimed");
    expect(claimAfter(sentTo("p-old")).types()).toContain("touch-claimed");
  });

  it("is no direct answer to what the patient said", () => {
    expect(claimAfter(sentTo("p-mobile", true)).types()).toContain("touch-claimed");
  });
});

describe("a patient whose hours never come", () => {
  it("is not contacted, and the ladder goes on to a person", () => {
    const reach = { ...newYork, zones: ["America/New_York", "Pacific/Honolulu"] };
    const nine = { opensMinute: 540, closesMinute: 600 };
    const window = { byWeekday: { 1: nine, 2: nine }, holidays: "open" } as const;
    for (const spreadMinutes of [0, 30]) {
      const book = rules([campaign()], { policy: { ...defaultPolicy, window, spreadMinutes } });
      const story = given(record({ reach }), book).when(enroll(monday));
      expect(story.find("touch-withheld")).toMatchObject({ reason: "no-channel", channel: "sms" });
      expect(story.record().enrollments[0]?.step).toBe("book");
    }
  });
});

describe("a provider's call", () => {
  const startBy = (when: number) => {
    const story = given().when(enroll(monday), { type: "claim", at: when, channel: "sms" });
    return story.find("touch-claimed")?.startBy;
  };

  it("starts within three seconds of its claim", () => {
    expect(startBy(monday)).toBe(monday + 3_000);
  });

  it("starts before the hours end, however little is left of them", () => {
    const last = at("2026-11-30T19:59:00-05:00");
    expect(startBy(last - 1_000)).toBe(last);
    expect(startBy(last)).toBe(last);
    expect(startBy(last + 1)).toBeUndefined();
  });

  it("starts before the touch is stale, and not at all once it is", () => {
    const turn = begin(record(), monday, rules());
    expect(startByOf(turn, "sms", monday + 1_000)).toBe(monday + 1_000);
    expect(startByOf(turn, "sms", monday)).toBe(monday);
    expect(startByOf(turn, "sms", monday - 1)).toBeUndefined();
  });

  it("starts at no moment at which it is night", () => {
    const turn = begin(record(), night, rules());
    expect(startByOf(turn, "sms", night + 60 * minute)).toBeUndefined();
  });
});
