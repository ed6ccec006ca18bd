/** So many of so many people. */
export interface Share {
  readonly met: number;
  /** At least 1. */
  readonly people: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Difference extends Interval {
  /** First share less the second, −1…1. */
  readonly of: number;
}

/** The standard normal's quantile for a two-sided interval of 95 %. */
const z = 1.959963984540054;

/** 95 % interval of one share (E. B. Wilson, J. Am. Stat. Assoc. 1927;22:209–212). */
export function wilson({ met, people }: Share): Interval {
  const share = met / people;
  const middle = share + z ** 2 / (2 * people);
  const half = z * Math.sqrt((share * (1 - share)) / people + z ** 2 / (4 * people ** 2));
  const scale = 1 + z ** 2 / people;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}

/**
 * Difference of two independent shares with its 95 % interval, which holds for small groups and for
 * shares near 0 and 1 too (R. G. Newcombe, Stat. Med. 1998;17:873–890, method 10: the hybrid of two
 * score intervals, without continuity correction).
 */
export function difference(first: Share, second: Share): Difference {
  const [a, b] = [first.met / first.people, second.met / second.people];
  const [ofA, ofB] = [wilson(first), wilson(second)];
  return {
    of: a - b,
    low: a - b - Math.hypot(a - ofA.low, ofB.high - b),
    high: a - b + Math.hypot(ofA.high - a, b - ofB.low),
  };
}
