import { chance } from "#domain/record/digest";

/**
 * The chances of one sample patient. Each question has a name and is answered from the seed, the
 * patient's number and that name alone: patient 7 is the same among ten and among a million, and
 * a new question changes no old answer.
 */
export interface Draw {
  /** In [0, 1). */
  of(question: string): number;
  is(question: string, share: number): boolean;
  /** A whole number from `from` to `through`, both included. */
  between(question: string, from: number, through: number): number;
  one<Item>(question: string, items: readonly Item[]): Item;
}

export function drawFor(seed: number, patient: number): Draw {
  const of = (question: string) => chance(`sample/${seed}/${patient}/${question}`);
  const between = (question: string, from: number, through: number) =>
    from + Math.floor(of(question) * (through - from + 1));
  return {
    of,
    is: (question, share) => of(question) < share,
    between,
    one: (question, items) => {
      const item = items[between(question, 0, items.length - 1)];
      if (item === undefined) throw new Error(`nothing to draw from: ${question}`);
      return item;
    },
  };
}

/** The same chances, with questions of their own for one topic. */
export function drawAbout(draw: Draw, topic: string): Draw {
  const named = (question: string) => `${topic} ${question}`;
  return {
    of: (question) => draw.of(named(question)),
    is: (question, share) => draw.is(named(question), share),
    between: (question, from, through) => draw.between(named(question), from, through),
    one: (question, items) => draw.one(named(question), items),
  };
}
