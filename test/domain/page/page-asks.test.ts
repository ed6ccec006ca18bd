import { describe, expect, it } from "vitest";
import type { SendStep } from "#domain/campaign/campaign";
import { pageAsks } from "#domain/page/page-asks";
import { dayOnPage } from "#domain/page/page-link";
import { parseInstant } from "#domain/time";
import { ladder } from "../../support/a-campaign.ts";

const at = parseInstant("2026-11-30T10:00:00-05:00") ?? 0;
const reach = {
  zones: ["America/New_York"],
  language: "en",
  points: { sms: "point-1", voice: "point-1", email: "point-2" },
};
const screening = { purpose: "screening" } as const;
const invite = ladder["invite"] as SendStep;

describe("what the page of a message asks", () => {
  it("is every answer of the step, once each, in the words of both languages", () => {
    const answers = { "1": "wants-call", "2": "feels-bad", "3": "wants-call" };
    const asks = pageAsks(screening, { ...invite, answers }, { at, reach });
    expect(asks.choices).toEqual([
      { name: "wants-call", words: { en: "Please call me", es: "Llámenme, por favor" } },
      { name: "feels-bad", words: { en: "It makes me feel bad", es: "Me hace sentir mal" } },
    ]);
    expect(asks).toMatchObject({ offersCall: false, channels: ["sms", "voice", "email"] });
  });

  it("dates what is done, five years back, and no day ahead", () => {
    const answers = { "1": "refilled" };
    const { choices, offersCall } = pageAsks(screening, { ...invite, answers }, { at, reach });
    expect(choices[0]?.day).toEqual({ back: 5 * 365 + 1, ahead: 0, isNeeded: false });
    expect(offersCall).toBe(true);
  });

  it("is a day of the calendar, where the step takes one, and a number within its bounds", () => {
    const takes = {
      date: { means: "chosen", ahead: { unit: "months", count: 1 } },
      number: { means: "sugar", unit: "mg/dL", from: 20, through: 600 },
    } as const;
    const { choices } = pageAsks(screening, { ...invite, answers: {}, takes }, { at, reach });
    expect(choices).toEqual([
      {
        name: "chosen",
        words: { en: "I choose this day", es: "Escojo este día" },
        day: { back: 0, ahead: 30, isNeeded: true },
      },
      {
        name: "sugar",
        words: { en: "My number is", es: "Mi número es" },
        number: { unit: "mg/dL", from: 20, through: 600 },
      },
    ]);
    const done = { date: { means: "already-done", back: { unit: "days", count: 3 } } } as const;
    const asked = pageAsks(screening, { ...invite, takes: done }, { at, reach });
    expect(asked.choices.find(({ name }) => name === "already-done")).toMatchObject({
      ...{ words: { en: "I had it done already" } },
      day: { back: 3, ahead: 0, isNeeded: true },
    });
  });

  it("names no care of a sensitive campaign, and no call to the deaf", () => {
    const needs = { tty: true } as const;
    const asks = pageAsks({ ...screening, sensitivity: "sensitive" }, invite, {
      ...{ at, reach: { ...reach, needs } },
    });
    expect(asks).not.toHaveProperty("about");
    expect(asks.channels).toEqual(["sms", "email"]);
  });

  it("is nothing where the step asks nothing, and then a call can be asked for", () => {
    const wait = ladder["pause"];
    if (wait === undefined) throw new Error("no such step");
    expect(pageAsks(screening, wait, { at, reach })).toMatchObject({
      ...{ choices: [], offersCall: true },
    });
  });

  it("is on the patient's own day, by the clock of the day on which it was made", () => {
    const asks = pageAsks(screening, invite, { at, reach });
    const day = dayOnPage(asks, at);
    expect(asks.offsetMinutes).toBe(-300);
    const midnight = parseInstant("2026-12-01T00:00:00-05:00") ?? 0;
    expect([dayOnPage(asks, midnight - 1), dayOnPage(asks, midnight)]).toEqual([day, day + 1]);
    const nowhere = pageAsks(screening, invite, { at, reach: { ...reach, zones: [] } });
    expect(nowhere.offsetMinutes).toBe(0);
  });
});
