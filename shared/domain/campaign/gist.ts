import { disclosuresIn, type Telling } from "./content/dictionary.ts";
import { type Readability, readability } from "./reading-ease.ts";

/** Fewer words than this say more about chance than about the text, as `rounds check` holds it. */
const wordsMin = 30;

/** `L0`: it tells nothing of anybody's care. */
export type Tier = "L0" | Telling;

/** What a message is like for whoever reads it, and for whoever reads it over their shoulder. */
export interface Gist {
  /** Absent where it is too short, or there is no formula for the language. */
  readonly reading?: Readability;
  readonly tier: Tier;
  /** The words that tell the most, as they are written. */
  readonly telling: readonly string[];
}

const tiers: readonly Tier[] = ["L0", "L1", "hint", "L2"];

/** @param texts all that is read together: a mail with its subject. */
export function gistOf(texts: readonly string[], language: string): Gist {
  const found = texts.flatMap((text) =>
    disclosuresIn(text).map(({ written, meanings }) => ({
      ...{ written, rank: Math.max(...meanings.map(({ telling }) => tiers.indexOf(telling))) },
    })),
  );
  const rank = Math.max(0, ...found.map((one) => one.rank));
  const reading = readability(texts, language, wordsMin);
  return {
    ...(reading === undefined ? {} : { reading }),
    tier: tiers[rank] ?? "L2",
    telling: [...new Set(found.flatMap((one) => (one.rank === rank ? [one.written] : [])))],
  };
}
