import { InvalidArgumentError } from "commander";
import { type Day, parseDay } from "#domain/time";

/** Reads a whole number from `least` to `most`; what is none is told to who wrote it. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

/** Reads `YYYY-MM-DD`. */
export function dateGiven(text: string): Day {
  const day = parseDay(text);
  if (day !== undefined) return day;
  throw new InvalidArgumentError("Give a date as YYYY-MM-DD.");
}

/** Seeds are whole numbers that survive being written and read. */
export const seedMax = 999_999_999;

/** A run of a year takes minutes; of ten years, an hour. */
export const daysMax = 3_660;
