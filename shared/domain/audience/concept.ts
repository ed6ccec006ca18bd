import type { Code } from "../patient/code.ts";
import type { UnitConversion } from "./unit.ts";

/**
 * A clinical notion as a list of codes. A code ending in `*` stands for every code that begins
 * so: `icd10cm|E11.*` holds `icd10cm|E11.9`, and the bare category `icd10cm|E11` too.
 */
export interface Concept {
  readonly name: string;
  readonly title?: string;
  /** The title in other languages: `{ es: "mamografía" }`. */
  readonly titles?: Readonly<Record<string, string>>;
  /** How its values convert between units. */
  readonly units?: readonly UnitConversion[];
  readonly codes: readonly Code[];
  /**
   * Of a class of medicines: each ingredient of the class with the codes of the products that
   * hold it. A combination product stands under each of its ingredients. These codes belong to
   * the concept as well.
   */
  readonly ingredients?: Readonly<Record<string, readonly Code[]>>;
}

/** The concepts that a rule may name. */
export interface Concepts {
  /** All names, in lower-case words joined by hyphens. */
  readonly names: ReadonlySet<string>;
  /** By its name in whatever spelling: `Bilateral Mastectomy` is `bilateral-mastectomy`. */
  get(name: string): Concept | undefined;
  /** The ingredients that any concept files this product under, e.g. `rxnorm|617312`. */
  ingredientsOf(code: Code): readonly string[];
}

const remembered = new WeakMap<readonly Concept[], Concepts>();

/**
 * Later concepts replace earlier ones of the same name. The same list gives the same catalog, so
 * that what was compiled with it is found again.
 */
export function conceptCatalog(concepts: readonly Concept[]): Concepts {
  let catalog = remembered.get(concepts);
  if (catalog === undefined) {
    catalog = catalogOf(concepts);
    remembered.set(concepts, catalog);
  }
  return catalog;
}

function catalogOf(concepts: readonly Concept[]): Concepts {
  const byName = new Map<string, Concept>();
  for (const concept of concepts) byName.set(looseKey(concept.name), concept);
  const ingredients = new Map<Code, string[]>();
  for (const concept of byName.values()) {
    for (const [ingredient, codes] of Object.entries(concept.ingredients ?? {})) {
      for (const code of codes) {
        const known = ingredients.get(code);
        if (known === undefined) ingredients.set(code, [ingredient]);
        else if (!known.includes(ingredient)) known.push(ingredient);
      }
    }
  }
  return {
    names: new Set([...byName.values()].map(({ name }) => conceptKey(name))),
    get: (name) => byName.get(looseKey(name)),
    ingredientsOf: (code) => ingredients.get(code) ?? [],
  };
}

/** `Bilateral Mastectomy`, `BilateralMastectomy` and `bilateral_mastectomy` as `bilateral-mastectomy`. */
export function conceptKey(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, "-")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** Where the words of a name begin differs most (`HbA1c`, `hba1c`), so finding ignores it. */
function looseKey(name: string): string {
  return conceptKey(name).replaceAll("-", "");
}

/** Every code of the concept, those of its ingredients included. */
export function codesOfConcept(concept: Concept): readonly Code[] {
  return [...concept.codes, ...Object.values(concept.ingredients ?? {}).flat()];
}
