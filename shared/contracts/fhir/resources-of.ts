import * as z from "zod";
import { resourceTypeOf } from "./read-resource.ts";
import { type Quarantined, quarantined } from "./reading.ts";

const Bundle = z.object({
  resourceType: z.literal("Bundle"),
  entry: z.array(z.object({ resource: z.unknown().optional() })).optional(),
});

/**
 * Longest line that is parsed, in characters: far above any single resource, low enough that a
 * binary file handed in by mistake cannot exhaust memory. Whole bundles have their own bound.
 */
export const lineCharactersMax = 5_000_000;

/** The resources in one text: a single resource, or the entries of a bundle (nested ones too). */
export function resourcesOf(text: string): readonly unknown[] | Quarantined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own words quote the input, which is PHI: only the code is kept.
    return quarantined("fhir/not-json");
  }
  return resourceTypeOf(json) === "Bundle" ? entriesOf(json) : [json];
}

function entriesOf(json: unknown): readonly unknown[] | Quarantined {
  const bundle = Bundle.safeParse(json);
  if (!bundle.success) return quarantined("fhir/bad-shape", "Bundle", "Bundle.entry");
  return (bundle.data.entry ?? []).flatMap(({ resource }) =>
    resource === undefined ? [] : [resource],
  );
}
