/** How often things came to be that a law is about: a law that is never tried is not proven. */
export interface Tally {
  runs: number;
  /** Messages that providers took. */
  accepted: number;
  /** Writes refused because somebody else wrote first. */
  overtaken: number;
  /** Workers who were followed by another, dead or unlucky. */
  again: number;
  /** Whose turns there were, in order: one text for each order that was seen. */
  readonly orders: Set<string>;
}

export function newTally(): Tally {
  return { runs: 0, accepted: 0, overtaken: 0, again: 0, orders: new Set() };
}
