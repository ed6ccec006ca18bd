/** What a text says about one value: it, or that nobody can be sure, as a run of words. */
export interface SaidValue<T> {
  /** Absent when it is said in a way that could mean several, or lies out of bounds. */
  readonly value?: T;
  /** `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

export function unsure<T>(start: number, end: number): SaidValue<T> {
  return { start, end };
}
