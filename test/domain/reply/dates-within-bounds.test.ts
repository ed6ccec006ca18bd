import { describe, expect, it } from "vitest";
import { dayFrom, formatDay } from "#domain/calendar";
import type { Duration } from "#domain/duration";
import { dateValue } from "#domain/reply/date-value";
import { understand } from "#domain/reply/understand";
import { normalise } from "#domain/triage/normalise";
import { wednesday as on } from "../../support/said-days.ts";

type Bounds = { readonly back?: Duration; readonly ahead?: Duration };

/** The day that is told for sure; "unsure" where a person must read it; nothing where no day is. */
function toldDay(text: string, bounds: Bounds): string | undefined {
  const { words } = normalise(text);
  const said = dateValue({ words, on, takes: { means: "told-day", ...bounds } });
  if (said === undefined) return undefined;
  return said.value === undefined ? "unsure" : formatDay(said.value);
}

describe("a day counts up to the bounds of the question, and not beyond them", () => {
  it.each([
    ["2 days", { unit: "days", count: 2 }, "2026-11-23", "2026-11-22"],
    ["2 business days", { unit: "business-days", count: 2 }, "2026-11-23", "2026-11-22"],
    ["2 weeks", { unit: "weeks", count: 2 }, "2026-11-11", "2026-11-10"],
    ["2 months", { unit: "months", count: 2 }, "2026-09-25", "2026-09-24"],
    ["2 years", { unit: "years", count: 2 }, "2024-11-25", "2024-11-24"],
    ["48 hours", { unit: "hours", count: 48 }, "2026-11-25", "2026-11-24"],
    ["90 minutes", { unit: "minutes", count: 90 }, "2026-11-25", "2026-11-24"],
  ] as const)("%s back", (_, back, first, before) => {
    expect(toldDay(first, { back })).toBe(first);
    expect(toldDay(before, { back })).toBe("unsure");
    expect(toldDay("2026-11-25", { back })).toBe("2026-11-25");
    expect(toldDay("2026-11-26", { back })).toBe("unsure");
  });

  it.each([
    ["2 days", { unit: "days", count: 2 }, "2026-11-27", "2026-11-28"],
    ["2 weeks", { unit: "weeks", count: 2 }, "2026-12-09", "2026-12-10"],
    ["2 months", { unit: "months", count: 2 }, "2027-01-25", "2027-01-26"],
    ["2 years", { unit: "years", count: 2 }, "2028-11-25", "2028-11-26"],
  ] as const)("%s ahead", (_, ahead, last, after) => {
    expect(toldDay(last, { ahead })).toBe(last);
    expect(toldDay(after, { ahead })).toBe("unsure");
    expect(toldDay("2026-11-25", { ahead })).toBe("2026-11-25");
    expect(toldDay("2026-11-24", { ahead })).toBe("unsure");
  });

  it("and they pick the one day that a date without a year can mean", () => {
    const month = { unit: "months", count: 1 } as const;
    expect(toldDay("Nov 3", { back: month, ahead: month })).toBe("2026-11-03");
    expect(toldDay("Dec 3", { back: month, ahead: month })).toBe("2026-12-03");
    expect(toldDay("Jan 3", { back: month, ahead: month })).toBe("unsure");
    expect(toldDay("the 10th", { back: month, ahead: month })).toBe("unsure");
  });
});

describe("the words of a day", () => {
  const back = { unit: "months", count: 12 } as const;

  it.each([
    ["yesterday, Nov 24", "2026-11-24"],
    ["Tuesday the 24th", "2026-11-24"],
    ["Nov 24 or so, yesterday, on 11/24", "2026-11-24"],
    ["11/24 at the latest, I think", "2026-11-24"],
  ])("may say the same day again: %s", (text, day) => {
    expect(toldDay(text, { back })).toBe(day);
  });

  it.each([
    "yesterday or Monday",
    "Nov 24, 23 Nov",
    "yesterday and last week",
    "not yesterday",
    "never on yesterday",
    "since the yesterday",
    "until Monday",
    "hasta el lunes",
    "desde ayer",
    "antes del 3 de noviembre",
    "two weeks before November 13",
    "Nov 3 or 4",
    "Nov 3-5",
    "Nov 3 to 5",
    "el 3 o 4 de octubre",
    "el 3 de octubre o 4",
  ])("may leave it open: %s", (text) => {
    expect(toldDay(text, { back })).toBe("unsure");
  });

  it.each(["not that it matters, yesterday", "yesterday not", "I had it yesterday, not before"])(
    "are not turned by what stands further off: %s",
    (text) => {
      expect(toldDay(text, { back })).toBe("2026-11-24");
    },
  );

  it.each([
    "Nov 24 - 9 am",
    "Nov 24, 9 am",
    "Nov 24-ish",
    "Nov 24-x9",
    "Nov 24 or A1c",
    "11/24 or so",
    "Nov 24 to be exact, and 2 more",
    "Nov 24 9-10 am",
  ])("are not opened by what is no other day: %s", (text) => {
    expect(toldDay(text, { back })).toBe("2026-11-24");
  });

  it.each(["", "no idea", "a while back"])("are missing in: %s", (text) => {
    expect(toldDay(text, { back })).toBeUndefined();
  });

  it.each([
    ["It was Nov 3, thanks", "value/date:2026-11-03", "Nov 3"],
    ["It was Nov 3, 11/03 that is", "value/date:2026-11-03", "Nov 3"],
    ["I think it was last week", "answer/unsure", "last week"],
    ["It was last week or yesterday", "answer/unsure", "last week"],
    ["It was Nov 3 or Nov 4, I guess", "answer/unsure", "Nov 4"],
  ])("are shown to whoever checks: %s", (text, rule, words) => {
    const question = { answers: {}, takes: { date: { means: "told-day", back } } };
    const { spans } = understand(text, { question, on: dayFrom(2026, 11, 25) });
    const shown = spans.filter((span) => span.rule === rule);
    expect(shown.map(({ start, end }) => text.slice(start, end))).toEqual([words]);
  });
});
