import { describe, expect, it } from "vitest";
import { type Halted, haltOn, mayHaltAgain, tripsBreaker } from "#domain/contact/halt";

describe("what is halted", () => {
  it("stops a contact on its channel, and everything stops any, named first", () => {
    expect(haltOn(["sms", "voice"], "voice")).toBe("voice");
    expect(haltOn(["sms", "voice"], "email")).toBeUndefined();
    expect(haltOn(["sms", "everything"], "sms")).toBe("everything");
    expect(haltOn([], "sms")).toBeUndefined();
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
