import type { Concept } from "../../domain/audience/concept.ts";
import type { ConceptStore } from "../../ports.ts";

export function createMemoryConceptStore(): ConceptStore {
  const kept = new Map<string, readonly Concept[]>();
  return {
    load: async (organization) => kept.get(organization) ?? [],
    save: async (organization, concepts) => {
      kept.set(organization, concepts);
    },
  };
}
