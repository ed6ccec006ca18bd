import { resourceTypeOf } from "./read-resource.ts";
import { type Quarantined, quarantined } from "./reading.ts";

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

/**
 * By hand and not by a schema: a bundle is checked for nothing but its entries, and a schema would
 * copy every one of them.
 */
function entriesOf(json: unknown): readonly unknown[] | Quarantined {
  const { entry = [] } = json as { readonly entry?: unknown };
  if (!Array.isArray(entry)) return quarantined("fhir/bad-shape", "Bundle", "Bundle.entry");
  const resources: unknown[] = [];
  for (const each of entry as readonly unknown[]) {
    if (typeof each !== "object" || each === null || Array.isArray(each)) {
      return quarantined("fhir/bad-shape", "Bundle", "Bundle.entry");
    }
    if ("resource" in each && each.resource !== undefined) resources.push(each.resource);
  }
  return resources;
}
