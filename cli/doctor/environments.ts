import * as z from "zod";
import type { Environment } from "#infra/environments";
import { type Finding, problem } from "./finding.ts";

/** The environments as they are written, or why they are none. */
export async function readEnvironments(
  load: () => Promise<{ readonly environments: readonly Environment[] }> = () =>
    import("#infra/environments"),
): Promise<readonly Environment[] | { readonly wrong: readonly Finding[] }> {
  try {
    return (await load()).environments;
  } catch (error) {
    if (error instanceof z.ZodError) return { wrong: error.issues.map(findingOf) };
    throw error;
  }
}

function findingOf({ path: [index, ...path], message }: z.core.$ZodIssue): Finding {
  const place = path.length === 0 ? "" : ` \`${path.join(".")}\`:`;
  const says = `Environment ${Number(index) + 1} of the file:${place} ${message}. None can be deployed.`;
  return problem("environments", says, "Correct it in infra/environments.ts.");
}
