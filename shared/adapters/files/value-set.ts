import * as z from "zod";
import type { Concept } from "#domain/audience/concept";
import { codeOf } from "#domain/patient/code";

const Coded = z.object({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
});
type Coded = z.infer<typeof Coded>;
interface Contained extends Coded {
  readonly contains?: readonly Contained[] | undefined;
}
const Contained: z.ZodType<Contained> = Coded.extend({
  contains: z.lazy(() => z.array(Contained)).optional(),
});

/** FHIR R4 ValueSet, as far as it lists codes: hl7.org/fhir/R4/valueset.html. */
export const ValueSet = z.object({
  resourceType: z.literal("ValueSet"),
  name: z.string().optional(),
  title: z.string().optional(),
  compose: z
    .object({
      include: z
        .array(z.object({ system: z.string().optional(), concept: z.array(Coded).optional() }))
        .optional(),
    })
    .optional(),
  expansion: z.object({ contains: z.array(Contained).optional() }).optional(),
});
export type ValueSet = z.infer<typeof ValueSet>;

/**
 * The codes that a ValueSet lists outright: its expansion where there is one, else what it
 * includes by name. Rules such as "all descendants of" need a terminology server and are not
 * followed.
 */
export function conceptOfValueSet(set: ValueSet, fileName: string): Concept | string {
  const listed: readonly Coded[] = [
    ...(set.expansion?.contains ?? []).flatMap(flattened),
    ...(set.compose?.include ?? []).flatMap(({ system, concept = [] }) =>
      concept.map((coded): Coded => ({ ...coded, system: coded.system ?? system })),
    ),
  ];
  const products = new Map<string, readonly string[]>();
  for (const { system, code, display } of listed) {
    if (code !== undefined && code !== "") {
      products.set(codeOf(system, code), ingredientsIn(display));
    }
  }
  if (products.size === 0) return "The ValueSet lists no codes. Send its expansion.";
  const ingredients = byIngredient(products);
  return {
    name: set.name ?? fileName,
    ...(set.title === undefined ? {} : { title: set.title }),
    codes: [...products.keys()],
    ...(Object.keys(ingredients).length === 0 ? {} : { ingredients }),
  };
}

function flattened({ contains = [], ...coded }: Contained): readonly Coded[] {
  return [coded, ...contains.flatMap(flattened)];
}

/**
 * Products by ingredient of the class. Of a combination only those ingredients count that the
 * list also has on their own: two products are not one medicine for sharing a diuretic.
 */
function byIngredient(
  products: ReadonlyMap<string, readonly string[]>,
): Readonly<Record<string, readonly string[]>> {
  const alone = new Set([...products.values()].filter(({ length }) => length === 1).flat());
  const found: Record<string, string[]> = {};
  for (const [code, all] of products) {
    const ofClass = all.filter((ingredient) => alone.has(ingredient));
    for (const ingredient of ofClass.length > 0 ? ofClass : all) {
      found[ingredient] ??= [];
      found[ingredient].push(code);
    }
  }
  return found;
}

/**
 * The ingredients in an RxNorm drug name, for early refills are shifted per ingredient:
 * `amlodipine 5 MG / atorvastatin 10 MG Oral Tablet` names two. A name without strengths tells
 * nothing, and the product then stands for itself.
 */
function ingredientsIn(display: string | undefined): readonly string[] {
  if (display === undefined) return [];
  return display.split(" / ").flatMap((part) => {
    const [, name] =
      /^(?:\d+ HR )?([A-Za-z][A-Za-z -]*?) [\d.]+ (?:MG|MCG|UNT|UNITS?|MEQ|GM|ML|%)(?![A-Za-z])/i.exec(
        part.trim(),
      ) ?? [];
    return name === undefined ? [] : [withoutSalt(name.toLowerCase())];
  });
}

/** RxNorm writes the salt of some drugs and not of others; the ingredient is the same. */
function withoutSalt(name: string): string {
  return name.replace(/ (?:sodium|calcium|potassium|hydrochloride|besylate|maleate)$/, "");
}
