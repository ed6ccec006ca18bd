import { describe, expect, it } from "vitest";
import {
  type Halt,
  type Halted,
  haltOn,
  lookAgainAfterMs,
  mayHaltAgain,
  tripsBreaker,
} from "#domain/contact/halt";

describe("what is halted", () => {
  it("stops a contact on its channel, and everything stops any, named first", () => {
    const halts = (...names: readonly Halt[]) => names.map((what) => ({ what, since: 5 }));
    expect(haltOn(halts("sms", "voice"), "voice")?.what).toBe("voice");
    expect(haltOn(halts("sms", "voice"), "email")).toBeUndefined();
    expect(haltOn(halts("sms", "everything"), "sms")?.what).toBe("everything");
    expect(haltOn([], "sms")).toBeUndefined();
  });
});

describe("what a halt holds", () => {
  const since = 1_800_000_000_000;
  const minutesAfter = (minutes: number) =>
    lookAgainAfterMs({ what: "sms", since }, since + minutes * 60_000) / 60_000;

  it("is looked at every ten minutes while the halt is young, by a clock behind it too", () => {
    expect([-1, 0, 30, 60].map(minutesAfter)).toEqual([10, 10, 10, 10]);
  });

  it("is looked at less often the longer it stands, but every hour", () => {
    expect([90, 180, 360, 8 * 24 * 60].map(minutesAfter)).toEqual([15, 30, 60, 60]);
  });
});

describe("a halt of what is halted, or was", () => {
  const halted = (by: Halted["by"], since: number): Halted => ({ what: "sms", since, by });

  it("changes nothing while it stands", () => {
    expect(mayHaltAgain(undefined, halted("person", 5))).toBe(false);
    expect(mayHaltAgain(undefined, halted("breaker", 5))).toBe(false);
  });

  it("is a person's to set after a resume, whenever it was meant", () => {
    expect(mayHaltAgain(10, halted("person", 5))).toBe(true);
  });

  it("is a breaker's only for what went out after the resume", () => {
    expect(mayHaltAgain(10, halted("breaker", 9))).toBe(false);
    expect(mayHaltAgain(10, halted("breaker", 10))).toBe(false);
    expect(mayHaltAgain(10, halted("breaker", 11))).toBe(true);
  });
});

describe("a refusal", () => {
  it("halts the channel when the next message would meet it too, and only then", () => {
    expect(["spend-limit", "account"].every(tripsBreaker)).toBe(true);
    expect(["throttled", "blocked", "invalid-address", ""].some(tripsBreaker)).toBe(false);
  });
});
