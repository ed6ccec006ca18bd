import type { Instant } from "#domain/time";

const wall = Date.now;
let virtual: Instant | undefined;

/**
 * The time of everybody in this process, functions and engines alike: it stands still until it is
 * moved. A case begins at the same moment as every other, so a clock may be set back between two.
 */
export const clock = {
  now: (): Instant => virtual ?? wall(),
  /** From now on nobody in this process knows any other time. */
  set(at: Instant): void {
    virtual = at;
    Date.now = clock.now;
  },
  /** Never back. */
  moveTo(at: Instant): void {
    clock.set(Math.max(clock.now(), at));
  },
};

/** The machine's own time, for how long something took. Ms. */
export function wallNow(): number {
  return wall();
}
