import { describe, expect, it } from "vitest";
import { daysIn } from "../../support/said-days.ts";

const back = { takes: { means: "told-day", back: { unit: "years", count: 2 } } } as const;
const ahead = { takes: { means: "told-day", ahead: { unit: "years", count: 2 } } } as const;

describe("a span back from today", () => {
  it.each([
    ["3 days ago", "2026-11-22"],
    ["a day ago", "2026-11-24"],
    ["an day back", "2026-11-24"],
    ["two weeks ago", "2026-11-11"],
    ["a couple of weeks ago", "2026-11-11"],
    ["a couple weeks back", "2026-11-11"],
    ["about like 2 months ago", "2026-09-25"],
    ["around a year ago", "2025-11-25"],
    ["exactly 2 yrs ago", "2024-11-25"],
    ["999 days ago", "2024-03-01"],
    ["dos semanas atrás", "2026-11-11"],
    ["hace 3 días", "2026-11-22"],
    ["hace unas dos semanas", "2026-11-11"],
    ["hace unos 2 meses", "2026-09-25"],
    ["hace como un mes", "2026-10-25"],
    ["hace un año", "2025-11-25"],
  ])("%s", (span, day) => {
    expect(daysIn(`I had it ${span} there`)).toEqual([`${span} → ${day}`]);
    expect(daysIn(span)).toEqual([`${span} → ${day}`]);
  });
});

describe("a span ahead of today", () => {
  it.each([
    ["in 3 days", "2026-11-28"],
    ["within a week", "2026-12-02"],
    ["in a couple of months", "2027-01-25"],
    ["en dos semanas", "2026-12-09"],
    ["en un año", "2027-11-25"],
    ["dentro de 3 días", "2026-11-28"],
    ["3 days from now", "2026-11-28"],
    ["a week from today", "2026-12-02"],
    ["in 2 weeks from today", "2026-12-09"],
  ])("%s", (span, day) => {
    expect(daysIn(`I can come ${span} there`)).toEqual([`${span} → ${day}`]);
    expect(daysIn(span)).toEqual([`${span} → ${day}`]);
  });
});

describe("a span that is counted from no day, or not counted", () => {
  it.each([
    "3 days",
    "a week",
    "for 2 weeks",
    "3 days from work",
    "3 days ahead",
    "in days",
    "a few weeks ago",
    "couple of weeks ago",
    "a couple of ago",
    "1.5 weeks ago",
    "1000 days ago",
    "2 hours ago",
    "in 3",
    "hace frío",
    "hace 3",
    "dentro 3 días",
    "in about",
  ])("names no day: %s", (text) => {
    expect(daysIn(text)).toEqual([]);
  });

  it.each([
    ["3-4 weeks ago", "4 weeks ago"],
    ["3, 4 weeks ago", "4 weeks ago"],
    ["three or four weeks ago", "four weeks ago"],
    ["2 to 3 days ago", "3 days ago"],
    ["2 o 3 semanas atrás", "3 semanas atrás"],
    ["2 a 3 semanas atrás", "3 semanas atrás"],
    ["2 hundred days ago", "hundred days ago"],
    ["hace un mes y medio", "hace un mes"],
    ["in a week and a half", "in a week"],
    ["dentro de una semana y media", "dentro de una semana"],
    ["2 to 3 days from now", "3 days from now"],
  ])("may leave the day open: %s", (text, span) => {
    expect(daysIn(text)).toEqual([`${span} → no day`]);
  });

  it.each(["dose 2: 3 days ago", "took 2. 3 days ago", "to 3 days ago"])(
    "is one day whatever number stands before it: %s",
    (text) => {
      expect(daysIn(text)).toEqual(["3 days ago → 2026-11-22"]);
    },
  );

  it("with a and no figure begins anew", () => {
    expect(daysIn("took 2 a week ago")).toEqual(["a week ago → 2026-11-18"]);
  });

  it("is not added to a day said behind it", () => {
    expect(daysIn("3 days before today")).toEqual(["today → 2026-11-25"]);
  });
});

describe("a weekday", () => {
  it("is the nearest one gone and the nearest to come, and today on its own day", () => {
    expect(daysIn("Monday works")).toEqual(["Monday → 2026-11-23 or 2026-11-30"]);
    expect(daysIn("this monday works")).toEqual(["this monday → 2026-11-23 or 2026-11-30"]);
    expect(daysIn("el jueves")).toEqual(["jueves → 2026-11-19 or 2026-11-26"]);
    expect(daysIn("Wednesday")).toEqual(["Wednesday → 2026-11-25"]);
    expect(daysIn("Monday", back)).toEqual(["Monday → 2026-11-23"]);
    expect(daysIn("Monday", ahead)).toEqual(["Monday → 2026-11-30"]);
  });

  it.each([
    ["last Saturday", "2026-11-21"],
    ["past sunday", "2026-11-22"],
    ["last Monday", "2026-11-23 or 2026-11-16"],
    ["Monday past", "2026-11-23 or 2026-11-16"],
    ["last Wednesday", "2026-11-18"],
    ["sábado pasado", "2026-11-21"],
    ["pasado lunes", "2026-11-23 or 2026-11-16"],
    ["this sábado pasado", "2026-11-21"],
  ])("gone is this week's or the one before: %s", (text, days) => {
    expect(daysIn(`the one ${text} there`)).toEqual([`${text} → ${days}`]);
  });

  it.each([
    ["next Monday", "2026-11-30"],
    ["next Wednesday", "2026-12-02"],
    ["next Friday", "2026-11-27 or 2026-12-04"],
    ["next Sunday", "2026-11-29 or 2026-12-06"],
    ["coming Tuesday", "2026-12-01"],
    ["próximo martes", "2026-12-01"],
    ["martes que viene", "2026-12-01"],
    ["viernes siguiente", "2026-11-27 or 2026-12-04"],
    ["lunes entrante", "2026-11-30"],
  ])("to come is this week's or the one after: %s", (text, days) => {
    expect(daysIn(`the one ${text} there`)).toEqual([`${text} → ${days}`]);
  });

  it("leaves what is said behind it alone", () => {
    expect(daysIn("el martes que puedo", ahead)).toEqual(["martes → 2026-12-01"]);
    expect(daysIn("last", back)).toEqual([]);
    expect(daysIn("this one", back)).toEqual([]);
  });
});

describe("last, this or next week, month or year tells about when, and no day", () => {
  it.each([
    "last week",
    "past month",
    "this year",
    "next week",
    "mes pasado",
    "semana pasada",
    "week past",
    "próxima semana",
    "semana que viene",
    "mes siguiente",
    "año entrante",
  ])("%s", (text) => {
    expect(daysIn(`the one ${text} there`)).toEqual([`${text} → no day`]);
    expect(daysIn(text)).toEqual([`${text} → no day`]);
  });

  it.each(["last time", "next door", "this one", "week two", "semana que sigo", "que viene"])(
    "which these do not: %s",
    (text) => {
      expect(daysIn(text)).toEqual([]);
    },
  );
});
