import { describe, expect, it } from "vitest";
import { measuredContact, measuredDelivery } from "#composition/measured";
import type { SendOutcome } from "#domain/record/command";
import { linesOf, readMetrics } from "#support/metric-lines";
import type { Delivery } from "#usecases/contact-patient";

const text = { claimed: { channel: "sms" } } as Delivery;
const input = { organization: "oak", patient: "p1", channel: "sms" } as const;

describe("of what a provider says", () => {
  it.each<[SendOutcome, readonly string[]]>([
    [{ is: "refused", reason: "blocked" }, ["Refusals sms blocked"]],
    [{ is: "released", reason: "spend-limit" }, ["Refusals sms spend-limit"]],
    [{ is: "accepted", providerId: "m" }, []],
    [{ is: "unknown", reason: "TimeoutError" }, []],
  ])("%o: each no is counted with its reason, and all is handed on", async (outcome, counts) => {
    const { meter, lines } = linesOf();
    expect(await measuredDelivery(async () => outcome, meter)(text)).toBe(outcome);
    meter.flush();
    expect(named(lines)).toEqual(counts);
  });
});

describe("of what becomes of a message on a lane", () => {
  it.each([
    ["nothing", ["LostClaims sms nothing"]],
    ["missed", ["LostClaims sms missed"]],
    ["accepted", []],
  ] as const)("%s: what led to no contact is counted", async (became, counts) => {
    const { meter, lines } = linesOf();
    expect(await measuredContact(async () => became, meter)(input)).toBe(became);
    meter.flush();
    expect(named(lines)).toEqual(counts);
  });
});

function named(lines: readonly string[]): readonly string[] {
  return readMetrics(lines).map(({ name, dimensions }) =>
    [name, ...Object.values(dimensions)].join(" "),
  );
}
