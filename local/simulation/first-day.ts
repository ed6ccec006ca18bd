import { type Day, dayFrom } from "#domain/time";
import type { Dice } from "./dice.ts";

/** The days on which clocks are set in the United States (15 U.S.C. 260a), of the years simulated. */
const clockChanges: readonly Day[] = [
  dayFrom(2027, 3, 14),
  dayFrom(2027, 11, 7),
  dayFrom(2028, 3, 12),
  dayFrom(2028, 11, 5),
];

/** Days after a change that have none for a while, whatever the year. */
const quietDays: readonly Day[] = [dayFrom(2027, 3, 16), dayFrom(2027, 11, 9)];

/** The day on which a simulation begins: before a change of clocks, or just after one. */
export function drawFirstDay(dice: Dice, hasClockChange: boolean, days: number): Day {
  if (!hasClockChange) return dice.one(quietDays) + dice.between(0, 40);
  return dice.one(clockChanges) - dice.between(0, Math.max(1, Math.min(days - 1, 100)));
}
