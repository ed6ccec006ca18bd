/**
 * A span as a care manager writes it. Calendar parts are counted in the patient's zone (a day is
 * a day over a DST change); business days are counted in the organization's business calendar.
 */
export type Duration =
  | {
      readonly unit: "minutes" | "hours" | "days" | "weeks" | "months" | "years";
      readonly count: number;
    }
  | { readonly unit: "business-days"; readonly count: number };

const units: Readonly<Record<string, Duration["unit"]>> = {
  minute: "minutes",
  hour: "hours",
  day: "days",
  week: "weeks",
  month: "months",
  year: "years",
  "business day": "business-days",
};

/**
 * `2 days`, `1 business day`, `27 months`: a whole number of at most five digits and a unit, in
 * singular or plural, any case. Anything else, a sum (`1 week 2 days`) included, is undefined.
 */
export function parseDuration(text: string): Duration | undefined {
  const match = /^(\d{1,5})\s+(business[\s-]+)?([a-z]+?)s?$/.exec(text.trim().toLowerCase());
  if (!match) return undefined;
  const name = `${match[2] ? "business " : ""}${match[3]}`;
  const unit = Object.hasOwn(units, name) ? units[name] : undefined;
  return unit && { unit, count: Number(match[1]) };
}

/** As `parseDuration` reads it: `1 business day`, `3 days`. */
export function formatDuration(duration: Duration): string {
  const plural = duration.unit === "business-days" ? "business days" : duration.unit;
  return `${duration.count} ${duration.count === 1 ? plural.slice(0, -1) : plural}`;
}
