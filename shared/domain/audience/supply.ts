import type { Names } from "./condition.ts";
import type { DaysLeftState } from "./days-left.ts";

/** How a condition counts supply, as a campaign file says it. */
export interface SupplyKeys {
  /** Whether an early refill of the same ingredient extends the supply. `shift` when not said. */
  readonly overlap?: "shift" | "union";
  /** Several fills of the same medicine on one day: all of them (`sum`) or the longest. */
  readonly "same-day"?: "sum" | "max";
  /** Whether supply from before the period counts. Not when not said. */
  readonly "carry-in"?: boolean;
}

/**
 * The proportion of days covered as it stands on the day, over a period that ends with it. Who
 * began no treatment in the period has none, and no comparison with it holds.
 */
export interface Pdc extends SupplyKeys {
  readonly of: Names;
  /** `this year` when not said, or a look-back. */
  readonly over?: string;
  /** Exactly one of the two, in per cent: `80 %`. */
  readonly below?: string;
  readonly "at-least"?: string;
  /** Days in such a stay are not counted, and what was not used then is used afterwards. */
  readonly "except-in"?: Names;
  /** Holds only from so many days of treatment on. */
  readonly treated?: string;
  /** Holds only from fills on so many different days on. */
  readonly fills?: number;
}

/** Days of this year's treatment that may still go uncovered. At least one limit is there. */
export interface DaysLeft extends SupplyKeys {
  readonly of: Names;
  readonly "at-most"?: number;
  readonly "at-least"?: number;
  readonly is?: DaysLeftState | readonly DaysLeftState[];
  /** The share to be kept; `80 %` when not said. */
  readonly share?: string;
}

/** `80 %` as 80. */
export function percentOf(text: string): number {
  return Number.parseFloat(text);
}
