import { describe, expect, it } from "vitest";
import { monday } from "#support/a-record";
import { pacedSending } from "#support/paced-sending";

const second = 1_000;
const minute = 60 * second;

describe("texts that are due faster than their number may send", () => {
  it.each([
    [1, 20],
    [3, 10],
    [100, 2],
  ])(
    "go at the pace of %i a second, and the provider refuses none",
    async (perSecond, minutes) => {
      const { calls, throttled } = await pacedSending({ perSecond, minutes });
      expect(throttled).toEqual([]);
      const seconds = ((calls.at(-1) ?? 0) - (calls[0] ?? 0)) / second;
      const goodput = (calls.length - 1) / seconds / perSecond;
      expect(goodput).toBeGreaterThanOrEqual(0.97);
    },
    // Twelve thousand sends at the highest pace.
    120_000,
  );

  it("find a limit that is half of what was said, and keep near it without losing one", async () => {
    const minutes = 40;
    const { calls, throttled, rows } = await pacedSending({ perSecond: 4, takes: 2, minutes });
    const settled = monday + 10 * minute;
    const later = (times: readonly number[]) => times.filter((time) => time > settled).length;
    const most = 2 * 60 * (minutes - 10);
    expect(later(calls) / most).toBeGreaterThanOrEqual(0.85);
    expect(later(throttled) / later(calls)).toBeLessThan(0.05);
    expect(rows.filter(({ event }) => event.type === "touch-failed")).toEqual([]);
  });
});
