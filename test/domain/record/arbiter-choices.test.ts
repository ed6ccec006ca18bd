import { describe, expect, it } from "vitest";
import type { Campaign, Step } from "#domain/campaign/campaign";
import { defaultPolicy } from "#domain/contact/default-policy";
import { sendLeaseMs } from "#domain/limits";
import type { Channel } from "#domain/patient/contact-point";
import { mergesWith, yieldsTo } from "#domain/record/arbiter";
import type { Enrollment, StepState } from "#domain/record/record";
import { begin } from "#domain/record/turn";
import { campaign, ladder } from "#support/a-campaign";
import { at, monday, newYork, record, rules } from "#support/a-record";

const hour = 3_600_000;
const day = 24 * hour;
const { threadHours } = defaultPolicy;

const refill = campaign({ id: "medication-adherence/refill", priority: 40 });
const lab = campaign({ id: "lab-reminder/check", priority: 40 });

function withInvite(of: Campaign, changes: Partial<Step>): Campaign {
  return { ...of, steps: { ...ladder, invite: { ...ladder["invite"], ...changes } as Step } };
}

function planned(overrides: Partial<StepState> = {}): StepState {
  const base = { status: "planned", channel: "sms", dueAt: monday, notAfter: monday + day };
  return { ...base, triesLeft: 1, releases: 0, ...overrides } as StepState;
}

function waiting(overrides: Partial<StepState> = {}): StepState {
  const base = { status: "waiting", until: monday + 3 * day, channel: "sms", triesLeft: 1 };
  return { ...base, ...overrides } as StepState;
}

function enrolled(of: Campaign, state: StepState, overrides: Partial<Enrollment> = {}): Enrollment {
  return {
    campaign: of.id,
    version: 1,
    episode: "e1",
    enrolledAt: monday,
    step: "invite",
    entries: 1,
    occurrences: { invite: 1 },
    stage: "enrolled",
    state,
    ...overrides,
  };
}

const own = enrolled(refill, planned());

/** The patient's own touch stands beside this one of another campaign. */
function turnBeside(other: Enrollment, book = rules([refill, lab]), now = monday) {
  return begin(record({ enrollments: [own, other] }), now, book);
}

describe("a touch lets one of another campaign pass", () => {
  const urgent = campaign({ ...lab, priority: 90 });
  const book = rules([refill, urgent]);
  const yields = (other: Enrollment, rulebook = book) =>
    yieldsTo(turnBeside(other, rulebook), own, "sms");

  it("that matters more and is due within a day, until it had its time to go", () => {
    const soon = enrolled(urgent, planned({ dueAt: monday + day - 1 }));
    const rule = urgent.id;
    const from = monday + day - 1 + sendLeaseMs;
    expect(yields(soon)).toEqual({ reason: "priority", rule, from });
    const overdue = enrolled(urgent, planned({ dueAt: monday - hour }));
    expect(yields(overdue)).toMatchObject({ from: monday + sendLeaseMs });
  });

  it("but not one that is due a day from now, or matters as much, or is paused, or unreadable", () => {
    expect(yields(enrolled(urgent, planned({ dueAt: monday + day })))).toBeUndefined();
    const alike = rules([refill, lab]);
    expect(yields(enrolled(lab, planned()), alike)).toBeUndefined();
    const paused = rules([refill, urgent], { isPaused: (id) => id === urgent.id });
    expect(yields(enrolled(urgent, planned()), paused)).toBeUndefined();
    const unreadable = enrolled(urgent, planned(), { version: 9 });
    expect(yields(unreadable)).toBeUndefined();
  });

  it("and matters less than any when its own campaign is unreadable", () => {
    const other = enrolled(lab, planned());
    expect(yieldsTo(turnBeside(other, rules([lab])), own, "sms")).toMatchObject({
      reason: "priority",
    });
  });
});

describe("a question waits for the answer to another", () => {
  const asked = { sms: { step: "invite", at: monday - hour } };
  const yields = (other: Enrollment, book = rules([refill, lab]), channel: Channel = "sms") =>
    yieldsTo(turnBeside(other, book), own, channel);

  it("as long as that has the conversation to itself", () => {
    const from = monday - hour + threadHours * hour;
    const thread = { reason: "thread", rule: lab.id, from };
    expect(yields(enrolled(lab, waiting(), { asked }))).toEqual(thread);
    const last = { sms: { step: "invite", at: monday - threadHours * hour + 1 } };
    expect(yields(enrolled(lab, waiting(), { asked: last }))).toMatchObject({ from: monday + 1 });
    const over = { sms: { step: "invite", at: monday - threadHours * hour } };
    expect(yields(enrolled(lab, waiting(), { asked: over }))).toBeUndefined();
  });

  it.each<[string, Enrollment]>([
    ["it is answered and rests", enrolled(lab, { status: "resting", until: monday }, { asked })],
    ["an agent has it", enrolled(lab, { status: "escalated", task: "t1" }, { asked })],
    ["a call asked it", enrolled(lab, waiting({ channel: "voice" }), { asked })],
    ["it was asked by mail", enrolled(lab, waiting({ channel: "email" }), { asked })],
    ["nothing was asked yet", enrolled(lab, waiting())],
    ["another step asked", enrolled(lab, waiting(), { asked: { sms: { step: "x", at: monday } } })],
    ["its campaign is unreadable", enrolled(lab, waiting(), { asked, version: 9 })],
    ["its step is gone", enrolled(lab, waiting(), { step: "gone", asked })],
    ["its step asks nothing", enrolled(lab, waiting(), { step: "pause", asked })],
  ])("but not when %s", (_, other) => {
    expect(yields(other)).toBeUndefined();
  });

  it("counts a step that takes a date or a number as a question, and a mere message not", () => {
    const takes = { is: "number", from: 1, through: 9, means: "already-done" };
    const ofNumber = withInvite(lab, { answers: {}, takes } as never);
    const book = rules([refill, ofNumber]);
    expect(yields(enrolled(lab, waiting(), { asked }), book)).toMatchObject({ reason: "thread" });
    const tells = rules([refill, withInvite(lab, { answers: {} })]);
    expect(yields(enrolled(lab, waiting(), { asked }), tells)).toBeUndefined();
  });

  it("does not hold up a call, nor a message that asks nothing", () => {
    const other = enrolled(lab, waiting(), { asked });
    expect(yields(other, rules([refill, lab]), "voice")).toBeUndefined();
    const tells = rules([withInvite(refill, { answers: {} }), lab]);
    expect(yields(other, tells)).toBeUndefined();
  });
});

describe("one message carries the news of another campaign", () => {
  const inTheMorning = at("2026-11-30T10:00:00-05:00");
  const midnight = at("2026-12-01T00:00:00-05:00");
  const news = [{ campaign: lab.id, episode: "e1", step: "invite", occurrence: 1 }];
  const carried = (other: Enrollment, book = rules([refill, lab]), channel: Channel = "sms") =>
    mergesWith(turnBeside(other, book, inTheMorning), own, channel);

  it("that would go out the same way before the day is over", () => {
    expect(carried(enrolled(lab, planned({ dueAt: midnight - 1 })))).toEqual(news);
    expect(carried(enrolled(lab, planned({ dueAt: midnight })))).toEqual([]);
    expect(carried(enrolled(lab, planned({ channel: "email" })))).toEqual([]);
    expect(carried(enrolled(lab, planned()), rules([refill, lab]), "email")).toEqual([]);
  });

  it("where the day ends first, when nobody knows in which of two zones the patient is", () => {
    const reach = { ...newYork, zones: ["America/New_York", "America/Los_Angeles"] };
    const other = enrolled(lab, planned({ dueAt: midnight }));
    const person = record({ reach, enrollments: [own, other] });
    const turn = begin(person, inTheMorning, rules([refill, lab]));
    expect(mergesWith(turn, own, "sms")).toEqual([]);
  });

  it.each<[string, Enrollment]>([
    ["is sent already", enrolled(lab, waiting())],
    ["is a call", enrolled(lab, planned(), { step: "call" })],
    ["has a step that is gone", enrolled(lab, planned(), { step: "gone" })],
    ["is unreadable", enrolled(lab, planned(), { version: 9 })],
    ["is stale", enrolled(lab, planned({ notAfter: inTheMorning - 1 }))],
    ["is for an audience that is over", enrolled(lab, planned(), { eligibleThrough: 1 })],
  ])("but not when the other %s", (_, other) => {
    expect(carried(other)).toEqual([]);
  });

  it("up to the moment at which that is stale", () => {
    expect(carried(enrolled(lab, planned({ notAfter: inTheMorning })))).toEqual(news);
  });

  it("not where the policy keeps them apart, nor when its own campaign is unreadable", () => {
    const policy = { ...defaultPolicy, spreadMinutes: 0, mergesSameDay: false };
    expect(carried(enrolled(lab, planned()), rules([refill, lab], { policy }))).toEqual([]);
    expect(carried(enrolled(lab, planned()), rules([lab]))).toEqual([]);
  });

  it("of no more than a few others at once", () => {
    const others = ["a", "b", "c", "d", "e", "f"].map((id) =>
      campaign({ id: `lab-reminder/${id}` }),
    );
    const enrollments = [own, ...others.map((other) => enrolled(other, planned()))];
    const turn = begin(record({ enrollments }), inTheMorning, rules([refill, ...others]));
    const carriedNow = mergesWith(turn, own, "sms");
    expect(carriedNow.map((touch) => touch.campaign)).toEqual(
      others.slice(0, carriedNow.length).map(({ id }) => id),
    );
    expect(carriedNow.length).toBeLessThan(others.length);
    expect(carriedNow.length).toBeGreaterThan(1);
  });
});
