import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, dayFrom, formatDay } from "#domain/calendar";
import type { Takes } from "#domain/reply/takes";
import { understand } from "#domain/reply/understand";

/** A Wednesday. */
const on = dayFrom(2026, 11, 25);
const back: Takes = { date: { means: "already-done", back: { unit: "months", count: 12 } } };
const ahead: Takes = { date: { means: "will-come", ahead: { unit: "weeks", count: 8 } } };
const both: Takes = {
  date: {
    means: "told-day",
    back: { unit: "days", count: 30 },
    ahead: { unit: "days", count: 30 },
  },
};

function dayOf(text: string, takes: Takes, language = "en"): string | undefined {
  const understood = understand(text, { question: { answers: {}, takes }, on, language });
  const { value } = understood;
  if (value === undefined) expect(understood.answer).toBeUndefined();
  return value?.is === "date" ? formatDay(value.day) : undefined;
}

describe("a day that was, asked for within twelve months", () => {
  it.each([
    ["today", "2026-11-25"],
    ["Yesterday!", "2026-11-24"],
    ["the day before yesterday", "2026-11-23"],
    ["last night", "2026-11-24"],
    ["I had it on Nov 3", "2026-11-03"],
    ["november 3rd", "2026-11-03"],
    ["the 3rd of November", "2026-11-03"],
    ["3 Nov 2026", "2026-11-03"],
    ["11/3", "2026-11-03"],
    ["11/03/2026", "2026-11-03"],
    ["11-3-26", "2026-11-03"],
    ["2026-11-03", "2026-11-03"],
    ["December 3", "2025-12-03"],
    ["2 weeks ago", "2026-11-11"],
    ["about a month ago", "2026-10-25"],
    ["three days ago", "2026-11-22"],
    ["a couple of weeks ago", "2026-11-11"],
    ["Monday", "2026-11-23"],
    ["on saturday", "2026-11-21"],
    ["last Saturday", "2026-11-21"],
    ["the 3rd", "2026-11-03"],
    ["hoy", "2026-11-25"],
    ["ayer por la mañana", "2026-11-24"],
    ["antier", "2026-11-23"],
    ["el 3 de noviembre", "2026-11-03"],
    ["3 de diciembre de 2025", "2025-12-03"],
    ["hace dos semanas", "2026-11-11"],
    ["hace 3 dias", "2026-11-22"],
    ["el lunes", "2026-11-23"],
    ["el sábado pasado", "2026-11-21"],
    ["el 3", "2026-11-03"],
  ])("%s", (text, day) => {
    expect(dayOf(text, back)).toBe(day);
  });

  it("puts the day first only where the patient may have", () => {
    expect(dayOf("25/10/2026", back, "es")).toBe("2026-10-25");
    expect(dayOf("10/11", back, "es")).toBeUndefined();
    expect(dayOf("10/11", back, "en")).toBe("2026-10-11");
  });
});

describe("a day to come", () => {
  it.each([
    ["tomorrow", "2026-11-26"],
    ["in 3 days", "2026-11-28"],
    ["a week from today", "2026-12-02"],
    ["Friday", "2026-11-27"],
    ["next Tuesday", "2026-12-01"],
    ["12/3", "2026-12-03"],
    ["Dec 3rd works", "2026-12-03"],
    ["mañana", "2026-11-26"],
    ["pasado mañana", "2026-11-27"],
    ["el viernes", "2026-11-27"],
    ["el próximo martes", "2026-12-01"],
    ["en dos semanas", "2026-12-09"],
    ["dentro de una semana", "2026-12-02"],
  ])("%s", (text, day) => {
    expect(dayOf(text, ahead)).toBe(day);
  });
});

describe("words that name no one day are read by a person", () => {
  it.each([
    ["2/30", back],
    ["13/25", back],
    ["tomorrow", back],
    ["yesterday", ahead],
    ["3 years ago", back],
    ["last week", back],
    ["el mes pasado", back],
    ["a few weeks ago", back],
    ["Monday or Tuesday", back],
    ["last Monday", back],
    ["next Friday", ahead],
    ["Monday", both],
    ["not yesterday", back],
    ["yesterday?", back],
    ["por la mañana", ahead],
    ["may", back],
  ] as const)("%s", (text, takes) => {
    const { answer, value, review } = understand(text, { question: { answers: {}, takes }, on });
    expect({ answer, value, review }).toEqual({ review: true });
  });

  it("and so is a relative day when nobody knows what day it is there", () => {
    const { answer, review } = understand("yesterday", { question: { answers: {}, takes: back } });
    expect({ answer, review }).toEqual({ review: true });
  });
});

describe("a date", () => {
  it("is the answer that the author named, and tells which words gave it", () => {
    const text = "Had it on Nov 3, thanks";
    const understood = understand(text, { question: { answers: {}, takes: back }, on });
    expect(understood).toMatchObject({ answer: "already-done", review: false });
    const span = understood.spans.find(({ rule }) => rule === "value/date:2026-11-03");
    expect(text.slice(span?.start, span?.end)).toBe("Nov 3");
  });

  it("leaves the digits of the question alone", () => {
    const question = { answers: { "1": "wants-booking" }, takes: back };
    expect(understand("1", { question, on })).toMatchObject({ answer: "wants-booking" });
  });

  it("written in any usual way is read back as itself, within the bounds", () => {
    const days = fc.integer({ min: on - 364, max: on });
    const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
    const meses =
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(
        " ",
      );
    const ways: readonly ((day: Day) => string)[] = [
      (day) => formatDay(day),
      (day) => `${month(day)}/${date(day)}/${formatDay(day).slice(0, 4)}`,
      (day) => `${months[month(day) - 1]} ${date(day)} ${formatDay(day).slice(0, 4)}`,
      (day) => `${date(day)} de ${meses[month(day) - 1]} de ${formatDay(day).slice(0, 4)}`,
      (day) => (day === on ? "today" : `${on - day} days ago`),
    ];
    fc.assert(
      fc.property(days, fc.constantFrom(...ways), (day, write) => {
        expect(dayOf(write(day), back)).toBe(formatDay(day));
      }),
      { numRuns: 300 },
    );
  });
});

const month = (day: Day) => Number(formatDay(day).slice(5, 7));
const date = (day: Day) => Number(formatDay(day).slice(8, 10));
