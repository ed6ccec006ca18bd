import { type Coverage, daysAllowed } from "./coverage.ts";

/** How urgent it is, by the days that may still go uncovered before the share is lost. */
export type DaysLeftState = "impossible" | "critical" | "high" | "medium" | "low";

/** Both ends included. The impossible still get care: for them it is no longer about the share. */
export const daysLeftBands: readonly {
  readonly state: DaysLeftState;
  readonly from: number;
  readonly through: number;
}[] = [
  { state: "impossible", from: Number.NEGATIVE_INFINITY, through: -1 },
  { state: "critical", from: 0, through: 5 },
  { state: "high", from: 6, through: 15 },
  { state: "medium", from: 16, through: 30 },
  { state: "low", from: 31, through: Number.POSITIVE_INFINITY },
];

/** The state of so many days left, a whole number. */
export function daysLeftState(daysLeft: number): DaysLeftState {
  const band = daysLeftBands.find(({ through }) => daysLeft <= through);
  return band?.state ?? "low";
}

/**
 * Days of a treatment period that may still go uncovered, once it is over: what was allowed less
 * what was missed. Negative when the share is lost.
 */
export function daysLeftOf(
  { days, coveredDays }: Pick<Coverage, "days" | "coveredDays">,
  share?: number,
): number {
  return daysAllowed(days, share) - (days - coveredDays);
}
