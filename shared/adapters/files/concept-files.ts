import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { type Concept, conceptKey } from "#domain/audience/concept";
import { codeOf } from "#domain/patient/code";

/** A file of codes that could not be used, in words for who wrote it. */
export interface ConceptMistake {
  readonly file: string;
  readonly message: string;
}

export interface ConceptFiles {
  readonly concepts: readonly Concept[];
  readonly mistakes: readonly ConceptMistake[];
}

/**
 * Every concept of these directories: our own YAML lists and FHIR ValueSets in JSON. Where two
 * have the same name, the one of the later directory counts. A file that cannot be used is a
 * mistake and the rest goes on; a directory that is not there is one too.
 */
export function readConcepts(directories: readonly string[]): ConceptFiles {
  const concepts = new Map<string, Concept>();
  const mistakes: ConceptMistake[] = [];
  for (const directory of directories) {
    for (const file of conceptFilesIn(directory, mistakes)) {
      const found = readConcept(file);
      if (typeof found === "string") mistakes.push({ file, message: found });
      else concepts.set(conceptKey(found.name), found);
    }
  }
  return { concepts: [...concepts.values()], mistakes };
}

function conceptFilesIn(directory: string, mistakes: ConceptMistake[]): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((name) => /\.(ya?ml|json)$/i.test(name) && !name.startsWith("."))
      .toSorted()
      .map((name) => join(directory, name));
  } catch {
    mistakes.push({ file: directory, message: "There is no such folder of concepts." });
    return [];
  }
}

/** Codes by system, with the short names of `codeOf`. A code of digits may stand unquoted. */
const Codes = z.record(z.string(), z.array(z.union([z.string(), z.number()])));
type Codes = z.infer<typeof Codes>;

const ConceptFile = z.strictObject({
  name: z.string().optional(),
  title: z.string().optional(),
  codes: Codes.optional(),
  ingredients: z.record(z.string(), Codes).optional(),
});

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

const ValueSet = z.object({
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
type ValueSet = z.infer<typeof ValueSet>;

/** The concept of one file, or why there is none. */
function readConcept(file: string): Concept | string {
  const fileName = basename(file).replace(/\.[^.]+$/, "");
  let content: unknown;
  try {
    const text = readFileSync(file, "utf8");
    content = /\.json$/i.test(file) ? JSON.parse(text) : parse(text);
  } catch {
    return "The file is neither JSON nor YAML that can be read.";
  }
  if (isValueSet(content)) {
    const parsed = ValueSet.safeParse(content);
    return parsed.success ? ofValueSet(parsed.data, fileName) : problemOf(parsed.error);
  }
  const parsed = ConceptFile.safeParse(content);
  if (!parsed.success) return problemOf(parsed.error);
  const { name = fileName, title, codes = {}, ingredients } = parsed.data;
  const concept: Concept = {
    name,
    ...(title === undefined ? {} : { title }),
    codes: spelled(codes),
    ...(ingredients === undefined
      ? {}
      : {
          ingredients: Object.fromEntries(
            Object.entries(ingredients).map(([ingredient, of]) => [ingredient, spelled(of)]),
          ),
        }),
  };
  const isEmpty = concept.codes.length === 0 && Object.keys(ingredients ?? {}).length === 0;
  return isEmpty ? "The concept has no codes." : concept;
}

function isValueSet(content: unknown): boolean {
  return typeof content === "object" && content !== null && "resourceType" in content;
}

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const at = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
  return `The file is not a list of codes${at}: ${issue?.message ?? "it has another form"}.`;
}

function spelled(codes: Codes): readonly string[] {
  return Object.entries(codes).flatMap(([system, list]) =>
    list.map((code) => codeOf(system, String(code))),
  );
}

/**
 * The codes that a ValueSet lists outright: its expansion where there is one, else what it
 * includes by name. Rules such as "all descendants of" need a terminology server and are not
 * followed.
 */
function ofValueSet(set: ValueSet, fileName: string): Concept | string {
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
