import type { Day } from "../time.ts";
import { clip, type Interval, type Intervals, lengthOf, union } from "./interval.ts";
import { apartFromStays } from "./stays.ts";

/**
 * Which days a medicine lasted. All days are the patient's own and both ends count: 30 days
 * handed over on the 1st cover the 1st to the 30th.
 *
 * The arithmetic is that of the proportion of days covered as the Pharmacy Quality Alliance and
 * CMS publish it: early refills of the same ingredient are used after the supply in hand,
 * different ingredients are not shifted against each other, a day counts once. No rounding
 * before a comparison.
 */
export interface Fill {
  readonly day: Day;
  /** Whole days that it lasts, 1 or more. */
  readonly days: number;
  /** The ingredients of the class that it holds; a combination product has several. */
  readonly ingredients: readonly string[];
}

/**
 * `shift`: an early refill begins when the supply in hand ends. `union`: every fill covers from
 * its own day, and what overlaps is lost.
 */
export type Overlap = "shift" | "union";

/**
 * Several fills of the same medicine on one day: `sum` uses one after the other, as it does with
 * fills of different days; `max` takes them for one fill reported several times and keeps the
 * longest. Published worked cases add them up, so that is the default.
 */
export type SameDay = "sum" | "max";

/** How fills become covered days. `shift` and `sum` when not said. */
export interface SupplyRule {
  readonly overlap?: Overlap;
  readonly sameDay?: SameDay;
}

/** Measured from this many days of treatment on (PQA: the period is at least 91 days long). */
export const treatmentDaysMin = 91;
/** And from fills on this many different days. */
export const fillDatesMin = 2;
/** The share of days that counts as adherent for most classes. */
export const adherentShare = 0.8;

/** When each fill is used, in order of their days. `from` is later than `fill.day` if shifted. */
export interface UsedFill extends Interval {
  readonly fill: Fill;
}

export function usedFills(fills: readonly Fill[], rule: SupplyRule = {}): UsedFill[] {
  const { overlap = "shift", sameDay = "sum" } = rule;
  const inHandThrough = new Map<string, Day>();
  const inOrder = fills.filter(({ days }) => days >= 1).toSorted(inOrderOfUse);
  return (sameDay === "max" ? longestOfDay(inOrder) : inOrder).map((fill) => {
    let from = fill.day;
    if (overlap === "shift") {
      for (const ingredient of fill.ingredients) {
        from = Math.max(from, (inHandThrough.get(ingredient) ?? Number.NEGATIVE_INFINITY) + 1);
      }
    }
    const through = from + fill.days - 1;
    for (const ingredient of fill.ingredients) inHandThrough.set(ingredient, through);
    return { fill, from, through };
  });
}

/** The order must not be that of the files: of one day, the longest of each medicine first. */
function inOrderOfUse(a: Fill, b: Fill): number {
  if (a.day !== b.day) return a.day - b.day;
  const [one, other] = [medicineOf(a), medicineOf(b)];
  return one === other ? b.days - a.days : one < other ? -1 : 1;
}

function longestOfDay(inOrder: readonly Fill[]): readonly Fill[] {
  return inOrder.filter((fill, i) => {
    const before = inOrder[i - 1];
    return before?.day !== fill.day || medicineOf(before) !== medicineOf(fill);
  });
}

/** What is the same medicine in whatever strength: the same ingredients. */
function medicineOf({ ingredients }: Fill): string {
  return ingredients.length === 1 ? (ingredients[0] ?? "") : ingredients.toSorted().join("+");
}

/** The days on which the patient had any medicine of the class. */
export function coveredBy(fills: readonly Fill[], rule: SupplyRule = {}): Intervals {
  return union(usedFills(fills, rule));
}

/** The first day without supply; `undefined` when there never was any. */
export function runOutOf(covered: Intervals): Day | undefined {
  const last = covered.at(-1);
  return last === undefined ? undefined : last.through + 1;
}

/** Days past the run-out: 0 on the first day without supply, 1 on the next. */
export function daysLate(runOut: Day, on: Day): number {
  return Math.max(0, on - runOut);
}

export interface CoverageQuestion extends SupplyRule {
  readonly from: Day;
  readonly through: Day;
  /** Whether supply handed over before `from` counts where it reaches into the period. */
  readonly carryIn?: boolean;
  /** Days in a facility, which are taken out of the account (`apartFromStays`). */
  readonly stays?: Intervals;
}

export interface Coverage {
  /** The treatment period: first covered day of the period to its end. */
  readonly from: Day;
  readonly through: Day;
  /** Days that count: those of the period less those in a facility. */
  readonly days: number;
  readonly covered: Intervals;
  readonly coveredDays: number;
  /** Covered share of the period, 0…1, not rounded. */
  readonly pdc: number;
  /** The first day without supply after the last fill, whether in the period or after it. */
  readonly runOut: Day;
  /** On the last day of the period. */
  readonly daysLate: number;
  /** Different days with a fill in the period. */
  readonly fillDates: number;
}

/** Coverage over a period; `undefined` when the treatment does not begin in it. */
export function coverage(fills: readonly Fill[], asked: CoverageQuestion): Coverage | undefined {
  const { from, through, carryIn = false, stays = [] } = asked;
  const counted = fills.filter(({ day }) => day <= through && (carryIn || day >= from));
  const all = coveredBy(counted, asked);
  const start = clip(all, { from, through })[0]?.from;
  const runOut = runOutOf(all);
  if (start === undefined || runOut === undefined) return undefined;
  const period = { from: start, through };
  const { covered, days } = apartFromStays(clip(all, period), stays, period);
  const treatmentDays = lengthOf(days);
  const coveredDays = lengthOf(covered);
  return {
    ...period,
    days: treatmentDays,
    covered,
    coveredDays,
    pdc: treatmentDays === 0 ? 0 : coveredDays / treatmentDays,
    runOut,
    daysLate: daysLate(runOut, through),
    fillDates: new Set(counted.filter(({ day }) => day >= from).map(({ day }) => day)).size,
  };
}

/** Whether a share of so short or so thin a treatment means anything. */
export function isMeasurable({ days, fillDates }: Pick<Coverage, "days" | "fillDates">): boolean {
  return days >= treatmentDaysMin && fillDates >= fillDatesMin;
}

/** How many days of a treatment period may go uncovered before the share is lost. */
export function daysAllowed(treatmentDays: number, share: number = adherentShare): number {
  // A hair is taken off so that 0.8 × 285 is 228 and not, in binary fractions, a little more.
  return treatmentDays - Math.ceil(share * treatmentDays - 1e-9);
}
