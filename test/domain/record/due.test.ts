import { describe, expect, it } from "vitest";
import { receiptDeadlineMs } from "#domain/limits";
import { holdOf, nextDue, shardOf } from "#domain/record/due";
import type {
  Enrollment,
  PatientRecord,
  RecentTouch,
  StepState,
  Task,
} from "#domain/record/record";
import { monday, newYork, record } from "#support/a-record";

const hour = 3_600_000;
const touch = { campaign: "screening/check", episode: "e1", step: "invite", occurrence: 1 };

const task = (overrides: Partial<Task> = {}): Task => ({
  id: "visit",
  reason: "schedule-visit",
  queue: "scheduling",
  priority: "routine",
  openedAt: monday,
  deadline: monday + hour,
  raiseAt: monday,
  raised: 0,
  holds: false,
  ...overrides,
});

const enrolled = (state: StepState): Enrollment => ({
  campaign: "screening/check",
  version: 1,
  episode: "e1",
  enrolledAt: monday,
  step: "invite",
  entries: 1,
  occurrences: {},
  stage: "enrolled",
  state,
});

const planned = (dueAt: number): Enrollment =>
  enrolled({
    status: "planned",
    channel: "sms",
    dueAt,
    notAfter: dueAt + hour,
    triesLeft: 1,
    releases: 0,
  });

const unknown = (at: number): RecentTouch => ({
  touch,
  channel: "sms",
  point: "p-mobile",
  at,
  status: "unknown",
  isNotice: false,
});

const inFlight = { touch, channel: "sms", leaseUntil: monday + 2 * hour } as const;
const owner = { agent: "agent-7", until: monday + 3 * hour };
const narrowing = { purpose: "screening", until: monday + 4 * hour } as const;
const notice = {
  kind: "help",
  reply: "r1",
  channel: "email",
  point: "p-mail",
  dueAt: monday,
  notAfter: monday + hour,
  releases: 0,
} as const;

describe("all campaigns of a patient rest", () => {
  it.each<[string, Partial<PatientRecord>, string | undefined]>([
    ["while a red flag is open", { tasks: [task({ holds: true })], owner }, "red-flag"],
    ["not for a task that is none", { tasks: [task()] }, undefined],
    ["while an agent has the conversation", { owner, narrowing }, "agent-owns"],
    ["while KEEP may be answered", { narrowing }, "narrowing"],
    [
      "while the patient is in hospital",
      { reach: { ...newYork, isInFacility: true } },
      "in-facility",
    ],
    ["for nothing else", {}, undefined],
  ])("%s", (_, overrides, hold) => {
    expect(holdOf(record(overrides))).toBe(hold);
  });
});

describe("somebody looks at a patient's record next", () => {
  const resting = enrolled({ status: "resting", until: monday + 5 * hour });
  const waiting = enrolled({
    status: "waiting",
    until: monday + 6 * hour,
    channel: "sms",
    triesLeft: 1,
  });

  it.each<[string, Partial<PatientRecord>, string, number]>([
    ["when a task must be put before agents", { tasks: [task()] }, "task", 0],
    ["when a worker's lease ends", { inFlight }, "decide", 2],
    ["when an agent's time is up", { owner }, "decide", 3],
    ["when KEEP can no more be answered", { narrowing }, "decide", 4],
    ["when a rest is over", { enrollments: [resting] }, "decide", 5],
    ["when silence counts", { enrollments: [waiting] }, "decide", 6],
    ["when a direct answer is owed", { notices: [notice] }, "email", 0],
    ["when a touch is due", { enrollments: [planned(monday + 7 * hour)] }, "sms", 7],
  ])("%s", (_, overrides, lane, hours) => {
    expect(nextDue(record(overrides))).toEqual({ lane, at: monday + hours * hour });
  });

  it("when no receipt came in time for what may have been sent", () => {
    const at = monday + receiptDeadlineMs;
    expect(nextDue(record({ touches: [unknown(monday)] }))).toEqual({ lane: "decide", at });
  });

  it("at the earliest of all these, whichever it is", () => {
    const late = planned(monday + 9 * hour);
    expect(nextDue(record({ enrollments: [late, resting, waiting] }))).toEqual({
      lane: "decide",
      at: monday + 5 * hour,
    });
    expect(nextDue(record({ tasks: [task({ raiseAt: monday + hour }), task()] }))).toEqual({
      lane: "task",
      at: monday,
    });
  });

  it("at equal moments for a task first, then a decision, then an answer, then a campaign", () => {
    const now = enrolled({ status: "resting", until: monday });
    const sms = [planned(monday)];
    expect(nextDue(record({ tasks: [task()], owner: { ...owner, until: monday } }))?.lane).toBe(
      "task",
    );
    expect(nextDue(record({ notices: [notice], enrollments: sms }))?.lane).toBe("email");
    expect(nextDue(record({ enrollments: [now, ...sms] }))?.lane).toBe("decide");
  });

  it("for no other message while a worker holds one", () => {
    const lease = { lane: "decide", at: monday + 2 * hour };
    expect(nextDue(record({ inFlight, notices: [notice] }))).toEqual(lease);
    expect(nextDue(record({ inFlight, enrollments: [planned(monday)] }))).toEqual(lease);
  });

  it("for no campaign while all rest, but for what is owed", () => {
    const reach = { ...newYork, isInFacility: true } as const;
    expect(nextDue(record({ reach, enrollments: [planned(monday), resting] }))).toBeUndefined();
    expect(nextDue(record({ reach, notices: [notice] }))?.lane).toBe("email");
  });

  it("never by itself, when an agent's task leads on or nothing is open", () => {
    const escalated = enrolled({ status: "escalated", task: "visit" });
    const sent = { ...unknown(monday), status: "sent" } as const;
    expect(nextDue(record({ enrollments: [escalated], touches: [sent] }))).toBeUndefined();
    expect(nextDue(record())).toBeUndefined();
  });
});

describe("the shard of a patient", () => {
  const patients = Array.from({ length: 200 }, (_, index) => `patient-${index}`);

  it("is one of those there are, each in use, and always the same", () => {
    const shards = patients.map((patient) => shardOf(patient, 8));
    expect(new Set(shards)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
    expect(patients.map((patient) => shardOf(patient, 8))).toEqual(shards);
  });
});
