import { describe, expect, it } from "vitest";
import { dayFrom } from "#domain/calendar";
import { daysIn } from "../../support/said-days.ts";

describe("a date with its year is that one day", () => {
  it.each([
    ["2026-11-03", "2026-11-03"],
    ["2026/1/5", "2026-01-05"],
    ["11/3/26", "2026-11-03"],
    ["11-3-26", "2026-11-03"],
    ["1/31/2026", "2026-01-31"],
    ["12-1-1999", "1999-12-01"],
    ["Nov 3 2026", "2026-11-03"],
    ["Nov the 3rd, 1999", "1999-11-03"],
    ["November 3rd 2026", "2026-11-03"],
    ["3rd of November 2026", "2026-11-03"],
    ["the 3rd of November 2026", "2026-11-03"],
    ["the 3rd of November of 2024", "2024-11-03"],
    ["Nov 3 of 2024", "2024-11-03"],
    ["3 noviembre 2026", "2026-11-03"],
    ["el 3 de noviembre de 2026", "2026-11-03"],
    ["3 de noviembre del 2026", "2026-11-03"],
    ["3 del noviembre del 2026", "2026-11-03"],
    ["twenty first of October 2026", "2026-10-21"],
  ])("%s", (date, day) => {
    expect(daysIn(`I had it ${date} at noon`)).toEqual([`${date} → ${day}`]);
    expect(daysIn(date)).toEqual([`${date} → ${day}`]);
  });
});

describe("a date without a year is last year's, this year's or the next's", () => {
  it.each([
    ["11/3", "11-03"],
    ["1/1", "01-01"],
    ["12/31", "12-31"],
    ["Nov 3", "11-03"],
    ["december the 31st", "12-31"],
    ["the 2nd of march", "03-02"],
    ["el 1 de enero", "01-01"],
    ["1 enero", "01-01"],
    ["three Nov", "11-03"],
  ])("%s", (date, day) => {
    const days = [2025, 2026, 2027].map((year) => `${year}-${day}`).join(" or ");
    expect(daysIn(`I had it ${date} at noon`)).toEqual([`${date} → ${days}`]);
    expect(daysIn(date)).toEqual([`${date} → ${days}`]);
  });

  it("where that year has such a day", () => {
    expect(daysIn("Feb 29", { on: dayFrom(2027, 3, 1) })).toEqual(["Feb 29 → 2028-02-29"]);
    expect(daysIn("2/29", { on: dayFrom(2029, 3, 1) })).toEqual(["2/29 → 2028-02-29"]);
  });
});

describe("a date that no calendar has is no day", () => {
  it.each([
    "2/30",
    "13/25",
    "0/5",
    "5/0",
    "12/32",
    "2/29/26",
    "2026-13-01",
    "2026-00-10",
    "2026-11-31",
    "Feb 30",
    "31 de abril",
  ])("%s", (date) => {
    expect(daysIn(date)).toEqual([`${date} → no day`]);
  });
});

describe("figures that only look like a date are none", () => {
  it.each([
    "my pressure is 120/80",
    "it was 80/120 or so",
    "box x12/3 and 12/b3",
    "page 11-3 of it",
    "11:3:26",
    "11 3 26",
    "2026 11 03",
    "2026/11-03",
    "2026:11:03",
    "apartment a2026-11-03",
    "12026-11-03",
    "1826-11-03",
    "2026-a11-03",
    "2026-11-a03",
    "2026-111-03",
    "2026-11-031",
    "2026-11",
    "11-3-126",
  ])("%s", (text) => {
    expect(daysIn(text)).toEqual([]);
  });

  it("nor is what another sign parts from them", () => {
    const days = "2025-11-03 or 2026-11-03 or 2027-11-03";
    expect(daysIn("2026-11/03")).toEqual([`11/03 → ${days}`]);
    expect(daysIn("11/3-26")).toEqual([`11/3 → ${days}`]);
    expect(daysIn("11/3/126")).toEqual([`11/3 → ${days}`]);
    expect(daysIn("11/3/a26")).toEqual([`11/3 → ${days}`]);
    expect(daysIn("Nov 3, 20266")).toEqual([`Nov 3 → ${days}`]);
    expect(daysIn("Nov 3 x2026")).toEqual([`Nov 3 → ${days}`]);
  });
});

describe("whoever writes Spanish may put the day before the month", () => {
  it.each(["es", "es-MX"])("%s", (language) => {
    expect(daysIn("5/11/26", { language })).toEqual(["5/11/26 → 2026-05-11 or 2026-11-05"]);
    expect(daysIn("25/11/26", { language })).toEqual(["25/11/26 → 2026-11-25"]);
  });

  it.each(["en", "nl-es"])("and %s may not", (language) => {
    expect(daysIn("5/11/26", { language })).toEqual(["5/11/26 → 2026-05-11"]);
  });
});

describe("a month alone, or a number that no month has, is no date", () => {
  it.each([
    "I may go",
    "in november",
    "november",
    "the november",
    "Nov 32",
    "0 Nov",
    "Nov 1.5",
    "32 de marzo",
    "3 of them",
    "3 de",
    "the 3",
    "the",
    "3",
  ])("%s", (text) => {
    expect(daysIn(text)).toEqual([]);
  });
});
