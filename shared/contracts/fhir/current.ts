import type { Day } from "#domain/time";
import type { Period } from "./shape.ts";
import { parseFhirDate } from "./when.ts";

interface Dated {
  readonly use?: string | undefined;
  readonly period?: Period | undefined;
}

/**
 * Whether a name, address or telecom still stands on that day: not `old` and no period that is
 * over or yet to come. A period that cannot be read is taken for over, so that nobody is contacted
 * on a number that may be someone else's by now (contact-rules A8).
 */
export function isCurrent(dated: Dated, on: Day): boolean {
  if (dated.use === "old" || dated.use === "maiden") return false;
  const { start, end } = dated.period ?? {};
  if (start !== undefined && !((parseFhirDate(start)?.first ?? Number.NaN) <= on)) return false;
  return end === undefined || (parseFhirDate(end)?.last ?? Number.NaN) >= on;
}
