import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { type Concept, conceptKey } from "#domain/audience/concept";
import type { UnitConversion } from "#domain/audience/unit";
import { codeOf } from "#domain/patient/code";
import { conceptOfValueSet, ValueSet } from "./value-set.ts";

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

const Units = z.array(
  z.strictObject({
    from: z.string(),
    to: z.string(),
    times: z.number().refine((times) => times !== 0, "times is not 0"),
    plus: z.number().optional(),
  }),
);

const ConceptFile = z.strictObject({
  name: z.string().optional(),
  title: z.string().optional(),
  titles: z.record(z.string(), z.string()).optional(),
  units: Units.optional(),
  codes: Codes.optional(),
  ingredients: z.record(z.string(), Codes).optional(),
});

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
    return parsed.success ? conceptOfValueSet(parsed.data, fileName) : problemOf(parsed.error);
  }
  const parsed = ConceptFile.safeParse(content);
  if (!parsed.success) return problemOf(parsed.error);
  const { name = fileName, title, titles, units, codes = {}, ingredients } = parsed.data;
  const concept: Concept = {
    name,
    ...(title === undefined ? {} : { title }),
    ...(titles === undefined ? {} : { titles }),
    ...(units === undefined ? {} : { units: units.map(conversion) }),
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

function conversion({ plus, ...unit }: z.infer<typeof Units>[number]): UnitConversion {
  return { ...unit, ...(plus === undefined ? {} : { plus }) };
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
