import bodyParts from "./body-parts.json" with { type: "json" };
import categories from "./categories.json" with { type: "json" };
import diagnoses from "./diagnoses.json" with { type: "json" };
import medicineClasses from "./medicine-classes.json" with { type: "json" };
import medicines from "./medicines.json" with { type: "json" };
import ordinary from "./ordinary.json" with { type: "json" };
import sensitive from "./sensitive.json" with { type: "json" };
import { type Found, type Term, termSearch } from "./term-search.ts";
import tests from "./tests.json" with { type: "json" };

/**
 * How much a word tells (privacy rules, after 45 CFR 164.502(b), 164.510(b) and 164.522): `L1` a
 * kind of care such as a refill or a lab test; `L2` the medicine, test, diagnosis or part of the
 * body. A `hint` is harmless in most campaigns and tells the class of care in a sensitive one.
 */
export type Telling = "L1" | "hint" | "L2";

/** What a listed word gives away. */
export interface Disclosure {
  readonly telling: Telling;
  /** After the word, in a sentence: `names a medicine (amlodipine)`. */
  readonly what: string;
  /** The class of care that is most sensitive, when it tells of one: `mental health`. */
  readonly sensitive?: string;
}

/** Names of things, each with the terms that stand for it. */
type Entries = Readonly<Record<string, readonly Term[]>>;

interface List {
  /** `undefined`: ordinary words, which hold a listed one and tell nothing. */
  readonly telling: Telling | undefined;
  readonly what: (name: string) => string;
  readonly sensitive?: string;
  readonly entries: Entries;
}

/** Every list there is. Of several that know a word, the first is told. */
export const lists: readonly List[] = [
  { telling: undefined, what: () => "is an ordinary word", entries: ordinary.entries },
  ...Object.values(sensitive.classes).flatMap((each): readonly List[] => [
    {
      telling: "L2",
      what: (name) => `names a medicine (${name}) and so tells of ${each.title}`,
      sensitive: each.title,
      entries: medicinesNamed(each.medicines),
    },
    {
      telling: "L2",
      what: (title) => `tells of ${title}`,
      sensitive: each.title,
      entries: { [each.title]: each.words },
    },
  ]),
  { telling: "L2", what: named("a medicine"), entries: medicines.entries },
  { telling: "L2", what: named("a class of medicines"), entries: medicineClasses.entries },
  { telling: "L2", what: named("a diagnosis"), entries: diagnoses.entries },
  { telling: "L2", what: named("a test or procedure"), entries: tests.entries },
  { telling: "L2", what: named("a part of the body"), entries: bodyParts.entries },
  ...Object.values(sensitive.classes).map(
    ({ title, hints }): List => ({
      telling: "hint",
      what: (name) => `hints at ${name}`,
      entries: { [title]: hints },
    }),
  ),
  { telling: "L1", what: named("a kind of care"), entries: categories.entries },
];

function named(kind: string): (name: string) => string {
  return (name) => `names ${kind} (${name})`;
}

function medicinesNamed(names: readonly string[]): Entries {
  const all: Entries = medicines.entries;
  return Object.fromEntries(names.map((name) => [name, all[name] ?? []]));
}

const search = termSearch<Disclosure | undefined>(
  lists.flatMap(({ telling, what, sensitive: title, entries }) =>
    Object.entries(entries).flatMap(([name, terms]) => {
      const tells = title === undefined ? {} : { sensitive: title };
      const meaning = telling && { telling, what: what(name), ...tells };
      return terms.map((term): readonly [Term, Disclosure | undefined] => [term, meaning]);
    }),
  ),
);

/** The listed words of a text, with all that they tell. Variables and ordinary words tell nothing. */
export function disclosuresIn(text: string): readonly Found<Disclosure>[] {
  return search(text.replace(/\{[^{}]*\}/g, " ")).flatMap(({ written, meanings }) => {
    const told = meanings.filter((meaning) => meaning !== undefined);
    return told.length < meanings.length ? [] : [{ written, meanings: told }];
  });
}
