import { describe, expect, it } from "vitest";
import { costOf } from "#domain/forecast/cost";
import { OwnPrices, PricesFile, pricesWith } from "#domain/forecast/own-prices";
import { shippedPrices } from "#domain/forecast/prices";
import { day } from "#support/subject";

const on = day("2026-12-01");
const counts = {
  touches: [
    { day: on, lane: "sms", language: "es", touches: 100, notices: 10, units: 150 },
    { day: on, lane: "email", language: "en", touches: 50, notices: 0, units: 50 },
    { day: on, lane: "voice", language: "en", touches: 40, notices: 0, units: 40 },
  ],
  tasks: [{ day: on, queue: "scheduling", tasks: 5 }],
} as const;

describe("what a campaign costs", () => {
  it("is counted by parts of texts, mails, minutes of calls, tasks and contacts", () => {
    const { lines } = costOf(counts, shippedPrices);
    const quantities = Object.fromEntries(lines.map(({ line, quantity }) => [line, quantity]));
    // Forty calls of 45 seconds are half an hour.
    expect(quantities).toEqual({
      "sms-part": 150,
      email: 50,
      "call-minute": 30,
      "telephony-minute": 30,
      "agent-task": 5,
      platform: 200,
    });
  });

  it("is told for a thousand contacts, and is nothing without any", () => {
    const { total, perThousand } = costOf(counts, shippedPrices);
    expect(perThousand).toBeCloseTo(total * 5, 9);
    expect(costOf({ touches: [], tasks: [] }, shippedPrices)).toMatchObject({
      total: 0,
      perThousand: 0,
    });
  });

  it("says which prices nobody has verified", () => {
    const unsure = costOf(counts, shippedPrices).lines.filter(({ isVerified }) => !isVerified);
    expect(unsure.map(({ line }) => line)).toEqual(["sms-part", "telephony-minute", "agent-task"]);
  });

  it("follows prices of one's own where they are given, and the shipped ones elsewhere", () => {
    const own = OwnPrices.parse({
      asOf: "2027-01-15",
      lines: { "sms-part": { each: 0.01, isVerified: true, source: "our contract" } },
    });
    const cost = costOf(counts, pricesWith(own));
    expect(cost.asOf).toBe("2027-01-15");
    expect(cost.lines[0]).toMatchObject({ line: "sms-part", amount: 1.5, isVerified: true });
    expect(cost.lines[1]?.each).toBe(shippedPrices.lines.email.each);
  });

  it("ships prices that are whole: each with its source, none of them negative", () => {
    expect(PricesFile.parse(shippedPrices)).toEqual(shippedPrices);
  });

  it("refuses prices without their date, and lines that nobody pays", () => {
    expect(OwnPrices.safeParse({ lines: {} }).success).toBe(false);
    expect(OwnPrices.safeParse({ asOf: "2026-02-30" }).success).toBe(false);
    expect(OwnPrices.safeParse({ asOf: "2027-01-15", lines: { fax: {} } }).success).toBe(false);
  });
});
