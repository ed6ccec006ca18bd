import type { Language } from "./words.ts";

/** A moment of the stack as the clinic's clock shows it. */
export function momentIn(zone: string, language: Language, at: number): string {
  return new Intl.DateTimeFormat(language, {
    ...{ timeZone: zone, weekday: "short", month: "short", day: "numeric" },
    ...{ hour: "numeric", minute: "2-digit", timeZoneName: "short" },
  }).format(at);
}

/** `1961-03-04`, a day without a zone. */
export function dayOf(language: Language, iso: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

export function listOf(language: Language, parts: readonly string[]): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(parts);
}
