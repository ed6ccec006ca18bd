import { chance } from "#domain/record/digest";

/**
 * One source of chance. Each throw depends on the name and on how many were made before, and on
 * nothing of the machine: the simulator does one thing at a time, so the same seed throws the same.
 */
export interface Dice {
  /** In [0, 1). */
  throw(): number;
  is(share: number): boolean;
  /** In [from, through), not rounded. */
  within(from: number, through: number): number;
  /** A whole number from `from` to `through`, both included. */
  between(from: number, through: number): number;
  one<Item>(items: readonly Item[]): Item;
}

export function diceOf(name: string): Dice {
  let thrown = 0;
  const roll = () => {
    thrown += 1;
    return chance(`${name}/${thrown}`);
  };
  const between = (from: number, through: number) =>
    from + Math.floor(roll() * (through - from + 1));
  return {
    throw: roll,
    // Without a throw where nothing is left to chance: most faults are off most of the time.
    is: (share) => share > 0 && roll() < share,
    within: (from, through) => from + roll() * (through - from),
    between,
    one: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error("nothing to throw for");
      return item;
    },
  };
}
