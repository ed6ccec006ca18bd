import { weekOf } from "#domain/reach/week";

const dayMs = 86_400_000;

/** The week of a moment in UTC, so many weeks before it; milliseconds. */
export function weekAt(at: number, weeksBefore = 0): string {
  return weekOf(Math.floor(at / dayMs) - weeksBefore * 7);
}
