import { describe, expect, it } from "vitest";
import { type CapPlace, type CountedContact, capOpensAt } from "#domain/contact/caps";
import type { Cap } from "#domain/contact/policy";
import { formatInstant, hourMs, parseInstant } from "#domain/time";

const newYork: CapPlace = { zones: ["America/New_York"] };
const instant = (text: string): number => parseInstant(text) as number;
const at = instant("2026-11-23T10:00:00-05:00");

/** A text of one campaign to one number. */
function contact(overrides: Partial<CountedContact> = {}): CountedContact {
  return { at, campaign: "screening/check", channel: "sms", point: "p-mobile", ...overrides };
}

const daily = (overrides: Partial<Cap> = {}): Cap => ({
  name: "one in a day",
  per: "rolling",
  hours: 24,
  max: 1,
  ...overrides,
});

/** Whether the cap puts a contact off, an hour after the other one began. */
function holdsBack(cap: Cap, before: Partial<CountedContact>, next: Partial<CountedContact> = {}) {
  const begun = [contact({ at: at - hourMs, ...before })];
  return capOpensAt(contact(next), begun, { caps: [cap], place: newYork }) !== undefined;
}

describe("a cap on calls", () => {
  const calls = daily({ channels: ["voice"] });

  it.each([
    ["holds a call back after a call", "voice", "voice", true],
    ["lets a call go after a text", "sms", "voice", false],
    ["lets a text go after a call", "voice", "sms", false],
  ] as const)("%s", (_, before, next, isHeld) => {
    expect(holdsBack(calls, { channel: before }, { channel: next })).toBe(isHeld);
  });
});

describe("a cap on what is alike", () => {
  it.each([
    ["of one campaign counts that campaign", ["campaign"], {}, true],
    ["of one campaign counts no other", ["campaign"], { campaign: "lab-reminder/other" }, false],
    ["to one number counts no other number", ["point"], { point: "p-other" }, false],
    ["in both counts none that differs in one", ["campaign", "point"], { point: "p-other" }, false],
    ["in nothing counts all", undefined, { campaign: "a/b", point: "p-other" }, true],
  ] as const)("%s", (_, alike, before, isHeld) => {
    expect(holdsBack(alike === undefined ? daily() : daily({ alike }), before)).toBe(isHeld);
  });
});

describe("a cap of some states", () => {
  const inFlorida = daily({ states: ["FL", "MD"] });

  it.each([
    ["a patient who lives there", ["FL"], true],
    ["a patient who may live there", ["GA", "FL"], true],
    ["a patient of whom no state is known", [], true],
    ["a patient whose states were never asked for", undefined, true],
    ["no patient of another state", ["GA"], false],
  ] as const)("holds for %s", (_, states, isHeld) => {
    const place = states === undefined ? newYork : { ...newYork, states };
    const begun = [contact({ at: at - hourMs })];
    const opening = capOpensAt(contact(), begun, { caps: [inFlorida], place });
    expect(opening !== undefined).toBe(isHeld);
  });
});

describe("a cap of a week", () => {
  const weekly: Cap = { name: "one a week", per: "local-week", max: 1 };
  const opensAfter = (place: CapPlace) => {
    const begun = [contact({ at: instant("2026-11-23T09:00:00-05:00") })];
    const opening = capOpensAt(contact(), begun, { caps: [weekly], place });
    return opening && formatInstant(opening.at, "America/New_York");
  };

  it("opens with the patient's Sunday", () => {
    expect(opensAfter(newYork)).toBe("2026-11-29T00:00:00-05:00");
  });

  it("keeps an hour more than seven days apart where no zone is known", () => {
    expect(opensAfter({ zones: [] })).toBe("2026-11-30T10:00:00-05:00");
  });
});
