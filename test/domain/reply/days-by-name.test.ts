import { describe, expect, it } from "vitest";
import { dayFrom } from "#domain/calendar";
import { daysIn } from "../../support/said-days.ts";

const back = { takes: { means: "told-day", back: { unit: "years", count: 2 } } } as const;
const ahead = { takes: { means: "told-day", ahead: { unit: "years", count: 2 } } } as const;

describe("words that name a day", () => {
  it.each([
    ["the visit of today", "today → 2026-11-25"],
    ["la cita de ayer", "ayer → 2026-11-24"],
    ["la de pasado mañana", "pasado mañana → 2026-11-27"],
    ["the day before yesterday", "day before yesterday → 2026-11-23"],
    ["day after tomorrow please", "day after tomorrow → 2026-11-27"],
    ["this morning", "this morning → 2026-11-25"],
    ["anoche", "anoche → 2026-11-24"],
    ["mañana", "mañana → 2026-11-26"],
    ["puedo mañana a las 3", "mañana → 2026-11-26"],
  ])("%s", (text, found) => {
    expect(daysIn(text)).toEqual([found]);
  });

  it.each(["por la mañana", "a las 9 de la mañana", "9 de mañana", "the day before"])(
    "are not in: %s",
    (text) => {
      expect(daysIn(text)).toEqual([]);
    },
  );
});

describe("a day of the month by its number alone", () => {
  it.each(["the 3rd", "el 3", "el 3rd", "3rd", "the three rd"])(
    "is the nearest one gone and the nearest to come: %s",
    (text) => {
      expect(daysIn(text)).toEqual([`${text} → 2026-11-03 or 2026-12-03`]);
      expect(daysIn(`${text} then`)).toEqual([`${text} → 2026-11-03 or 2026-12-03`]);
    },
  );

  it.each(["1st", "2nd", "4th"])("by any ending: %s", (text) => {
    expect(daysIn(text, ahead)).toEqual([`${text} → 2026-12-0${text.charAt(0)}`]);
  });

  it("is only the one on the asked side of today", () => {
    expect(daysIn("the 3rd", back)).toEqual(["the 3rd → 2026-11-03"]);
    expect(daysIn("the 3rd", ahead)).toEqual(["the 3rd → 2026-12-03"]);
    expect(daysIn("the 28th", back)).toEqual(["the 28th → 2026-10-28"]);
    expect(daysIn("the 28th", ahead)).toEqual(["the 28th → 2026-11-28"]);
  });

  it("is today when today has that number", () => {
    expect(daysIn("the 25th", back)).toEqual(["the 25th → 2026-11-25"]);
    expect(daysIn("the 25th", ahead)).toEqual(["the 25th → 2026-11-25"]);
  });

  it("passes over months that are too short, and over the turn of the year", () => {
    expect(daysIn("the 31st", back)).toEqual(["the 31st → 2026-10-31"]);
    expect(daysIn("the 31st", ahead)).toEqual(["the 31st → 2026-12-31"]);
    const newYear = dayFrom(2027, 1, 2);
    expect(daysIn("the 30th", { on: newYear, ...back })).toEqual(["the 30th → 2026-12-30"]);
    const newYearsEve = dayFrom(2026, 12, 30);
    expect(daysIn("the 1st", { on: newYearsEve, ...ahead })).toEqual(["the 1st → 2027-01-01"]);
    const march = dayFrom(2027, 3, 1);
    expect(daysIn("the 31st", { on: march, ...back })).toEqual(["the 31st → no day"]);
  });

  it("may be called día inside a sentence; at its head it counts days", () => {
    expect(daysIn("fue el día 3", back)).toEqual(["día 3 → 2026-11-03"]);
    expect(daysIn("día 3 de fiebre", back)).toEqual([]);
  });

  it.each(["el 32", "el 0", "el 1.5", "un 3", "dia"])("is not in: %s", (text) => {
    expect(daysIn(text)).toEqual([]);
  });
});
