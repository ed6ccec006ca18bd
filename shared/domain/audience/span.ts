import { addMonths, type Day } from "../time.ts";

/** A number of days or months from one thing to the next. */
export interface Span {
  readonly unit: "days" | "months";
  readonly count: number;
}

/** The form of a span; the published schema shows it. */
export const spanShape = /^(\d{1,4}) (day|week|month|year)s?$/;

/** As written in a campaign file; `undefined` when it is none. */
export function parseSpan(text: string): Span | undefined {
  const [, digits, unit] = spanShape.exec(text) ?? [];
  const count = Number(digits);
  switch (unit) {
    case "day":
      return { unit: "days", count };
    case "week":
      return { unit: "days", count: 7 * count };
    case "month":
      return { unit: "months", count };
    case "year":
      return { unit: "months", count: 12 * count };
    default:
      return undefined;
  }
}

/** The last day of the span that begins on `day`: `0 days` is the day itself. */
export function dayAfterSpan(day: Day, { unit, count }: Span): Day {
  return unit === "days" ? day + count : addMonths(day, count);
}
