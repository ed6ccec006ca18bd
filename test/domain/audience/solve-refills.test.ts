import { describe, expect, it } from "vitest";
import type { Audience } from "#domain/audience/audience";
import { spans } from "#support/solving";
import { day, fact, fill, subject } from "#support/subject";

describe("refills", () => {
  const late: Audience = { late: { of: "statin", by: { from: "1 day", through: "10 days" } } };

  it("are late from the second day without supply, and for so long", () => {
    const who = subject({ facts: [fill("2026-03-02", 30, "rx|a10")] });
    expect(spans(late, who)).toEqual(["2026-04-02…2026-04-11"]);
  });

  it("are late no more from the day of the next fill", () => {
    const facts = [fill("2026-03-02", 30, "rx|a10"), fill("2026-04-06", 30, "rx|a10")];
    expect(spans(late, subject({ facts }))).toEqual([
      "2026-04-02…2026-04-05",
      "2026-05-07…2026-05-16",
    ]);
  });

  it("wait for the supply in hand of the same ingredient, whatever the strength", () => {
    const facts = [fill("2026-03-02", 30, "rx|a10"), fill("2026-03-20", 30, "rx|a20")];
    expect(spans(late, subject({ facts }))).toEqual(["2026-05-02…2026-05-11"]);
    const other = [fill("2026-03-02", 30, "rx|a10"), fill("2026-03-20", 30, "rx|o")];
    expect(spans(late, subject({ facts: other }))).toEqual(["2026-04-20…2026-04-29"]);
  });

  it("are not late for who never had one, nor without a length of supply", () => {
    expect(spans(late, subject())).toEqual([]);
    const { daysSupply: _, ...unknown } = fill("2026-03-02", 30, "rx|a10");
    expect(spans(late, subject({ facts: [unknown] }))).toEqual([]);
  });

  it("are read from orders only where the rule says how long one lasts, and no pharmacy reports", () => {
    const order = fact({
      kind: "medication-request",
      codes: ["rx|a10"],
      from: day("2026-03-02"),
      status: "active",
    });
    const byOrders: Audience = {
      late: { of: "statin", by: { from: "1 day", through: "10 days" }, "orders-last": "90 days" },
    };
    expect(spans(late, subject({ facts: [order] }))).toEqual([]);
    expect(spans(byOrders, subject({ facts: [order] }))).toEqual(["2026-06-01…2026-06-10"]);
    const stated = { ...order, daysSupply: 30 };
    expect(spans(byOrders, subject({ facts: [stated] }))).toEqual(["2026-04-02…2026-04-11"]);
    const filled = subject({ facts: [order, fill("2026-03-05", 30, "rx|a10")] });
    expect(spans(byOrders, filled)).toEqual(["2026-04-05…2026-04-14"]);
  });
});
