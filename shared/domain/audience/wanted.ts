import type { Campaign } from "../campaign/campaign.ts";
import type { Code } from "../patient/code.ts";
import { CodeIndex } from "./code-index.ts";
import { type Concepts, codesOfConcept } from "./concept.ts";
import { conceptsOf } from "./condition.ts";

/**
 * Whether any of these campaigns asks about any of these codes, in its audience or its goal:
 * facts that nobody asks about are not kept. A campaign published later that asks about something
 * new needs the files once more.
 */
export function wantedBy(
  campaigns: readonly Pick<Campaign, "audience" | "goal">[],
  concepts: Concepts,
): (codes: readonly Code[]) => boolean {
  const names = new Set(
    campaigns.flatMap(({ audience, goal }) => [audience, goal].flatMap(conceptsOf)),
  );
  const codes = [...names].flatMap((name) => {
    const concept = concepts.get(name);
    return concept === undefined ? [] : codesOfConcept(concept);
  });
  const index = new CodeIndex([codes]);
  return (asked) => asked.some((code) => index.listsOf(code).length > 0);
}
