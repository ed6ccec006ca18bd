import { describe, expect, it } from "vitest";
import type { RecordEvent } from "#domain/record/event";
import { measureEvent } from "#observability/measure-event";
import { linesOf, readMetrics } from "#support/metric-lines";
import { at, enroll, given, monday, record, reply, rules } from "../support/a-record.ts";
import { live } from "../support/random-life.ts";

/** The metrics that these events add up to, as `Name a b: 1`. */
function counted(events: readonly RecordEvent[]): readonly string[] {
  const { meter, lines } = linesOf();
  for (const event of events) measureEvent(meter, event);
  meter.flush();
  return readMetrics(lines)
    .map(({ name, dimensions, value }) => {
      return `${name} ${Object.values(dimensions).join(" ")}: ${value}`;
    })
    .toSorted();
}

describe("what is counted of a contact", () => {
  it("that was sent and delivered: both, and the enrollment", () => {
    const story = given().when(enroll());
    const enrolled = story.events();
    const sent = story.sent(monday).events();
    const { touch } = sent.find((event) => event.type === "touch-accepted")!;
    const receipt = { is: "delivered", by: "device" } as const;
    const delivered = story.when({ type: "record-receipt", at: monday, touch, receipt }).events();
    expect(counted([...enrolled, ...sent, ...delivered])).toEqual([
      "Enrollments enrolled: 1",
      "Touches sms delivered: 1",
      "Touches sms sent: 1",
    ]);
  });

  it("whose answer got lost: unknown, and unconfirmed when its deadline comes", () => {
    const story = given().when(enroll());
    story.when({ type: "claim", at: monday, channel: "sms" });
    const { touch } = story.find("touch-claimed")!;
    const outcome = { is: "unknown", reason: "TimeoutError" } as const;
    const unknown = story.when({ type: "record-outcome", at: monday, touch, outcome }).events();
    const later = story.when({ type: "advance", at: at("2026-12-04T10:00:00-05:00") }).events();
    expect(counted(unknown)).toEqual(["Touches sms unknown: 1"]);
    expect(counted(later)).toContain("Touches sms unconfirmed: 1");
  });

  it("that a mail server sent back: failed, and why", () => {
    const touch = { campaign: "a/b", episode: "e", step: "s", occurrence: 1 };
    const receipt = { is: "failed", reason: "bounced" } as const;
    const event = {
      type: "touch-receipted",
      at: monday,
      touch,
      channel: "email",
      receipt,
    } as const;
    expect(counted([event])).toEqual(["Failures email bounced: 1", "Touches email failed: 1"]);
  });
});

describe("what is counted of a reply", () => {
  const heard = (means: Parameters<typeof reply>[1]) =>
    counted(given().when(reply(monday, means)).events());

  it.each([
    [{ optOut: true }, "Replies sms opt-out: 1"],
    [{ wrongNumber: true }, "Replies sms wrong-number: 1"],
    [{ help: true }, "Replies sms help: 1"],
    [{ wantsPerson: true }, "Replies sms person: 1"],
    [{ answer: "wants-booking" }, "Replies sms answer: 1"],
    [{ review: true }, "Replies sms not-understood: 1"],
  ])("that means %o: what it means, once", (means, metric) => {
    const replies = heard(means).filter((one) => one.startsWith("Replies"));
    expect(replies).toEqual([metric]);
  });

  it("that is a red flag and an opt-out: both, and the task that it opened", () => {
    const counts = heard({ optOut: true, tier: "T1" });
    expect(counts).toContain("Replies sms opt-out: 1");
    expect(counts).toContain("RedFlags T1: 1");
    expect(counts).toContain("Tasks opened: 1");
  });
});

describe("what is counted of a task", () => {
  it("that nobody closes by its deadline: raised, then late, every day anew", () => {
    const story = given().when(reply(monday, { tier: "T1" }));
    const raise = () => {
      const { id, raised, raiseAt } = story.record().tasks[0]!;
      return story.when({ type: "record-raised", at: raiseAt, task: id, raised }).events();
    };
    expect(counted(raise())).toEqual(["Tasks raised: 1"]);
    expect(counted(raise())).toEqual(["Tasks late: 1"]);
    expect(counted(raise())).toEqual(["Tasks late: 1"]);
  });
});

describe("what is counted of whole lives", () => {
  it("is what their ledgers say: as many sent, withheld and heard as there are rows", () => {
    const from = monday;
    const until = at("2027-03-30T10:00:00-04:00");
    const lives = Array.from({ length: 40 }, (_, seed) =>
      live(record({ patient: `p${seed}` }), rules(), `metrics-${seed}`, from, until, [enroll()]),
    );
    const events = lives.flatMap(({ rows }) => rows.map(({ event }) => event));
    const { meter, lines } = linesOf();
    for (const event of events) measureEvent(meter, event);
    meter.flush();
    const metrics = readMetrics(lines);
    expect(lines.join()).not.toContain('"other"');
    const total = (name: string, outcome?: string) =>
      metrics
        .filter((one) => one.name === name)
        .filter((one) => outcome === undefined || one.dimensions["outcome"] === outcome)
        .reduce((sum, { value }) => sum + value, 0);
    const rows = (type: RecordEvent["type"]) =>
      events.filter((event) => event.type === type).length;
    expect(total("Touches", "sent")).toBe(rows("touch-accepted"));
    expect(total("Touches", "unconfirmed")).toBe(rows("touch-unconfirmed"));
    expect(total("Withheld")).toBe(rows("touch-withheld"));
    expect(total("Replies")).toBe(rows("reply-received"));
    expect(total("Tasks", "opened")).toBe(rows("escalated"));
    expect(rows("touch-accepted")).toBeGreaterThan(40);
  });
});
