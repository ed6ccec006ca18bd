import { namesOf } from "#domain/audience/condition";
import type { DaysLeft, Pdc, SupplyKeys } from "#domain/audience/supply";
import type { Fact } from "#domain/patient/fact";
import { type Day, dayFrom, dayParts } from "#domain/time";
import { isWithin } from "./naive-days.ts";
import { isFinal } from "./naive-facts.ts";

/** Coverage counted by hand: one tablet of each medicine a day, day after day, stays skipped. */
export function naivePdc(asked: Pdc, facts: readonly Fact[], stays: readonly Fact[], on: Day) {
  const { over = "1 calendar year", treated = "1 day", fills = 0 } = asked;
  const seen = supplyOn(asked, facts, on, (day) => isWithin(day, on, over));
  if (seen === undefined) return false;
  const { first, covered, fillDays } = seen;
  if (fillDays < fills || on - first + 1 < Number.parseInt(treated, 10)) return false;
  const away = new Set<Day>();
  for (const stay of stays) {
    if (stay.kind !== "encounter" || !isFinal(stay) || stay.latest !== undefined) continue;
    const end = stay.isOpen ? on : (stay.through ?? stay.from);
    for (let day = stay.from; day <= end; day++) away.add(day);
  }
  let days = 0;
  let taken = 0;
  let saved = 0;
  let savedInStay = 0;
  for (let day = first; day <= on; day++) {
    if (away.has(day)) {
      if (covered.has(day)) savedInStay += 1;
      continue;
    }
    saved += savedInStay;
    savedInStay = 0;
    days += 1;
    if (covered.has(day)) taken += 1;
    else if (saved > 0) {
      saved -= 1;
      taken += 1;
    }
  }
  if (days === 0) return false;
  const { below, "at-least": least } = asked;
  const share = Number.parseFloat(below ?? least ?? "");
  return below === undefined ? taken * 100 >= share * days : taken * 100 < share * days;
}

export function naiveDaysLeft(asked: DaysLeft, facts: readonly Fact[], on: Day) {
  const seen = supplyOn(asked, facts, on, (day) => isWithin(day, on, "1 calendar year"));
  if (seen === undefined) return false;
  const { first, covered } = seen;
  const treatment = dayFrom(dayParts(on).year, 12, 31) - first + 1;
  let needed = 0;
  while (needed * 100 < treatment * Number.parseFloat(asked.share ?? "80 %")) needed += 1;
  let missed = 0;
  for (let day = first; day < on; day++) if (!covered.has(day)) missed += 1;
  const left = treatment - needed - missed;
  return left >= (asked["at-least"] ?? -999) && left <= (asked["at-most"] ?? 999);
}

/** What the period has seen by that day; nothing when no covered day of it has come. */
function supplyOn(
  rule: SupplyKeys & { readonly of: Pdc["of"] },
  facts: readonly Fact[],
  on: Day,
  isInPeriod: (day: Day) => boolean,
) {
  const medicine = (fact: Fact) =>
    fact.codes.find((code) => namesOf(rule.of).some((name) => code === `x|${name}`)) ?? "";
  const fills = facts
    .filter(({ kind, status }) => kind === "medication-dispense" && status === "done")
    .filter(({ from }) => from <= on && (rule["carry-in"] || isInPeriod(from)))
    .toSorted((a, b) => a.from - b.from || (b.daysSupply ?? 0) - (a.daysSupply ?? 0));
  const shelf = new Map<string, Set<Day>>();
  const reported = new Set<string>();
  for (const fill of fills) {
    const visit = `${medicine(fill)} ${fill.from}`;
    if (rule["same-day"] === "max" && reported.has(visit)) continue;
    reported.add(visit);
    const days = shelf.get(medicine(fill)) ?? new Set<Day>();
    shelf.set(medicine(fill), days);
    const begins =
      rule.overlap === "union"
        ? fill.from
        : Math.max(fill.from, ...[...days].map((day) => day + 1));
    for (let i = 0; i < (fill.daysSupply ?? 0); i++) days.add(begins + i);
  }
  const covered = new Set([...shelf.values()].flatMap((days) => [...days]).filter(isInPeriod));
  const first = Math.min(...covered);
  if (!(first <= on)) return undefined;
  const fillDays = new Set(fills.map(({ from }) => from).filter(isInPeriod)).size;
  return { first, covered, fillDays };
}
