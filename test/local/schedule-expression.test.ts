import { describe, expect, it } from "vitest";
import { formatInstant, hourMs, parseInstant } from "#domain/time";
import { parseTiming } from "#local/events/schedule-expression";

function next(expression: string, zone: string, after: string): string | undefined {
  const timing = parseTiming(expression, zone);
  const from = parseInstant(after) ?? Number.NaN;
  const at = timing.kind === "times" ? timing.next(from) : undefined;
  return at === undefined ? undefined : formatInstant(at);
}

describe("a schedule", () => {
  it.each([
    ["cron(0 9 * * ? *)", "America/New_York", "2026-06-01T12:59:00Z", "2026-06-01T13:00:00Z"],
    ["cron(0 9 * * ? *)", "America/New_York", "2026-06-01T13:00:00Z", "2026-06-02T13:00:00Z"],
    ["cron(0 9 * * ? *)", "America/New_York", "2026-12-01T12:00:00Z", "2026-12-01T14:00:00Z"],
    ["cron(30 8 ? * MON-FRI *)", "UTC", "2026-06-05T09:00:00Z", "2026-06-08T08:30:00Z"],
    ["cron(0/15 10 * * ? *)", "UTC", "2026-06-05T10:20:00Z", "2026-06-05T10:30:00Z"],
    ["cron(0 0 1 JAN ? 2030)", "UTC", "2026-06-05T10:20:00Z", "2030-01-01T00:00:00Z"],
    ["at(2026-06-05T10:00:00)", "America/Chicago", "2026-06-05T00:00:00Z", "2026-06-05T15:00:00Z"],
  ])("%s in %s fires after %s at %s", (expression, zone, after, at) => {
    expect(next(expression, zone, after)).toBe(at);
  });

  it("that names one instant does not fire after it", () => {
    expect(next("at(2026-06-05T10:00:00)", "UTC", "2026-06-05T10:00:00Z")).toBeUndefined();
  });

  it("by rate counts elapsed time", () => {
    expect(parseTiming("rate(2 hours)", "UTC")).toEqual({ kind: "rate", everyMs: 2 * hourMs });
  });

  it.each(["cron(0 9 L * ? *)", "rate(1 fortnight)", "cron(0 25 * * ? *)", "daily"])(
    "that cannot be read is refused by name: %s",
    (expression) => {
      expect(() => parseTiming(expression, "UTC")).toThrow(expression);
    },
  );
});
