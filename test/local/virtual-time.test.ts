import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs, formatInstant, hourMs, minuteMs } from "#domain/time";
import { type MiniStack, miniStack } from "#support/mini-stack";

let mini: MiniStack;
beforeEach(async () => {
  mini = await miniStack();
});
afterEach(() => mini.stop());

const start = Date.UTC(2026, 5, 1, 12);
const times = (name: string) =>
  mini.seen.filter((one) => one.name === name).map(({ now }) => formatInstant(now));

describe("time inside a function", () => {
  it("is the stack's time, by every way of asking", async () => {
    await mini.stack.runUntil(start + 90 * minuteMs);
    await mini.stack.invoke("worker", {});
    expect(mini.seen.at(-1)).toMatchObject({
      now: start + 90 * minuteMs,
      date: "2026-06-01T13:30:00.000Z",
      text: expect.stringContaining("Jun 01 2026 13:30:00"),
    });
  });
});

describe("schedules", () => {
  it("fire each day at their hour, in their zone", async () => {
    await mini.stack.runUntil(start + 2 * dayMs);
    expect(times("daily")).toEqual(["2026-06-01T13:00:00Z", "2026-06-02T13:00:00Z"]);
  });

  it("that look for due work do not run while nothing is due", async () => {
    await mini.stack.runUntil(start + 10 * dayMs);
    expect(times("ticker")).toEqual([]);
  });

  it("look for planned work at the round half hour after it is due", async () => {
    await mini.put("a", { lane: "sms#0", dueAt: start + 5 * hourMs + 10 * minuteMs });
    mini.direct((seen) => {
      if (seen.name === "ticker") void mini.remove("a");
      return {};
    });
    await mini.stack.runUntil(start + dayMs);
    expect(times("ticker")).toEqual(["2026-06-01T17:30:00Z"]);
  });

  it("look for a reaction in the next minute", async () => {
    mini.stack.clock.schedule(start + 7 * minuteMs, "reply", () =>
      mini.put("a", { lane: "decide#0", dueAt: start + 7 * minuteMs }),
    );
    mini.direct((seen) => {
      if (seen.name === "ticker") void mini.remove("a");
      return {};
    });
    await mini.stack.runUntil(start + hourMs);
    expect(times("ticker")).toEqual(["2026-06-01T12:08:00Z"]);
  });

  it("come back at each half hour to what stays due, and the clock still moves on", async () => {
    await mini.put("stuck", { lane: "sms#0", dueAt: start });
    await mini.stack.runUntil(start + 2 * hourMs);
    expect(times("ticker")).toEqual([
      "2026-06-01T12:01:00Z",
      "2026-06-01T12:30:00Z",
      "2026-06-01T13:00:00Z",
      "2026-06-01T13:30:00Z",
      "2026-06-01T14:00:00Z",
    ]);
  });
});

describe("the agenda", () => {
  it("runs what falls on one instant by label, whoever asked first", async () => {
    const ran: string[] = [];
    for (const label of ["c", "a", "b"]) {
      mini.stack.clock.schedule(start + minuteMs, label, () => void ran.push(label));
    }
    mini.stack.clock.schedule(start, "now", () => void ran.push("now"));
    await mini.stack.runUntil(start + hourMs);
    expect(ran).toEqual(["now", "a", "b", "c"]);
  });

  it("is processed to the end before time moves on", async () => {
    const { clock } = mini.stack;
    clock.schedule(start + minuteMs, "reply", () => mini.send("work", "a"));
    clock.schedule(start + minuteMs + 1, "next", () => mini.send("work", "b"));
    await mini.stack.runUntil(start + 2 * minuteMs);
    expect(mini.seen.map(({ now }) => now)).toEqual([start + minuteMs, start + minuteMs + 1]);
  });
});

describe("an event", () => {
  it("reaches the function whose rule it matches", async () => {
    const event = { source: "aws.connect", "detail-type": "Contact Event" };
    await mini.stack.putEvent({ ...event, detail: { eventType: "DISCONNECTED", contactId: "1" } });
    await mini.stack.putEvent({ ...event, detail: { eventType: "INITIATED" } });
    await mini.stack.settle();
    expect(mini.seen).toHaveLength(1);
    expect(mini.seen[0]).toMatchObject({
      name: "listener",
      event: { detail: { contactId: "1" }, time: "2026-06-01T12:00:00Z" },
    });
  });

  it("is tried twice more, a minute and two later, when the function fails", async () => {
    mini.direct(() => ({ fail: "not now" }));
    const event = { source: "aws.connect", "detail-type": "Contact Event" };
    await mini.stack.putEvent({ ...event, detail: { eventType: "DISCONNECTED" } });
    await mini.stack.runUntil(start + hourMs);
    expect(times("listener")).toEqual([
      "2026-06-01T12:00:00Z",
      "2026-06-01T12:01:00Z",
      "2026-06-01T12:03:00Z",
    ]);
  });
});
