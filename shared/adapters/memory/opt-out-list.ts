import type { CarrierOptOutList, Clock } from "../../ports.ts";

export interface MemoryOptOutList extends CarrierOptOutList {
  readonly numbers: ReadonlySet<string>;
}

/** How often a number may be taken off. Ms. */
const onceWithinMs = 30 * 24 * 3_600_000;

export function createMemoryOptOutList(clock: Clock): MemoryOptOutList {
  const numbers = new Set<string>();
  const removedAt = new Map<string, number>();
  return {
    numbers,
    async add(number) {
      numbers.add(number);
    },
    async remove(number) {
      if (!numbers.has(number)) return "removed";
      const now = clock.now();
      if (now - (removedAt.get(number) ?? Number.NEGATIVE_INFINITY) < onceWithinMs)
        return "refused";
      numbers.delete(number);
      removedAt.set(number, now);
      return "removed";
    },
  };
}
