import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ConceptMistake, readConcepts } from "#adapters/files/concept-files";
import { type Concepts, conceptCatalog } from "#domain/audience/concept";
import { suggestion } from "#domain/campaign/did-you-mean";

/** The shipped concepts, those beside the campaigns here, and those of the folder given. */
export function loadConcepts(folder?: string): {
  readonly concepts: Concepts;
  readonly mistakes: readonly ConceptMistake[];
} {
  const shipped = join(dirname(fileURLToPath(import.meta.url)), "..", "campaigns", "concepts");
  const here = join("campaigns", "concepts");
  const folders = [shipped, here].filter((each) => existsSync(each));
  const { concepts, mistakes } = readConcepts([...folders, ...(folder ? [folder] : [])]);
  return { concepts: conceptCatalog(concepts), mistakes };
}

/** What is wrong with the names that have no list, with the nearest that do; empty when none. */
export function unknownConcepts(names: readonly string[], concepts: Concepts): readonly string[] {
  return names
    .filter((name) => concepts.get(name) === undefined)
    .map((name) => `There is no concept \`${name}\`.${suggestion(name, concepts.names)}`);
}
