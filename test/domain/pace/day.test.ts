import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leftOfDay } from "#domain/pace/day";

describe("what is left of a provider's day", () => {
  it("is what was neither sent nor put on its way", () => {
    expect(leftOfDay({ perDay: 200, sent: 150, waiting: 20 })).toBe(30);
  });

  it("is never less than nothing, and with what is used never more than the day", () => {
    const messages = fc.nat(10_000);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        messages,
        messages,
        (perDay, sent, waiting) => {
          const left = leftOfDay({ perDay, sent, waiting });
          expect(left).toBeGreaterThanOrEqual(0);
          if (left > 0) expect(left + sent + waiting).toBe(perDay);
        },
      ),
    );
  });
});
