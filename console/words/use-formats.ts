import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export interface Formats {
  /** `2027-03-31`, a day without a zone. */
  day(iso: string): string;
  /** ISO 8601 with offset, in this machine's zone. */
  moment(iso: string): string;
  /** ISO 8601 with offset, in that zone. */
  momentIn(zone: string, iso: string): string;
  /** The time of day in a zone, which is named; milliseconds. */
  clockIn(zone: string, at: number): string;
  /** Milliseconds in its two largest units: `1 h 20 min`. */
  span(ms: number): string;
  /** The name of a language, by its BCP-47 tag. */
  tongue(tag: string): string;
  /** 0…1 */
  share(part: number): string;
  count(number: number): string;
}

/** Days, moments and numbers as the screen's language writes them. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => formatsFor(i18n.language), [i18n.language]);
}

function formatsFor(language: string): Formats {
  // A day has no zone: it is read and written in the same one.
  const days = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const shares = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const counts = new Intl.NumberFormat(language);
  const tongues = new Intl.DisplayNames(language, { type: "language" });
  const spans = new Intl.DurationFormat(language, { style: "short" });
  return {
    day: (iso) => days.format(new Date(`${iso}T00:00:00Z`)),
    moment: (iso) => moments.format(new Date(iso)),
    momentIn: (timeZone, iso) =>
      new Intl.DateTimeFormat(language, {
        ...{ timeZone, dateStyle: "medium", timeStyle: "short" },
      }).format(new Date(iso)),
    clockIn: (timeZone, at) =>
      new Intl.DateTimeFormat(language, {
        ...{ timeZone, hour: "numeric", minute: "2-digit", timeZoneName: "short" },
      }).format(at),
    span: (ms) => spans.format(largest(ms)),
    tongue: (tag) => tongues.of(tag) ?? tag,
    share: (part) => shares.format(part),
    count: (number) => counts.format(number),
  };
}

/** Seconds are shown where they matter: in the last five minutes. */
function largest(ms: number): Partial<Record<Intl.DurationFormatUnit, number>> {
  const seconds = Math.floor(ms / 1_000);
  const [minutes, hours, days] = [seconds / 60, seconds / 3_600, seconds / 86_400].map(Math.floor);
  if (days) return { days, hours: (hours ?? 0) % 24 };
  if (hours) return { hours, minutes: (minutes ?? 0) % 60 };
  if (minutes && minutes >= 5) return { minutes };
  return { minutes: minutes ?? 0, seconds: seconds % 60 };
}
