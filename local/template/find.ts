import { LocalProblem } from "../problem.ts";
import type { PlacedResource } from "./resource.ts";

/**
 * What the names of a deployment begin with, e.g. `rounds-local-`: people speak of `send-sms`.
 * Cut at a hyphen, so that `work` and `work-dead` share nothing.
 */
export function sharedPrefix(names: readonly string[]): string {
  const [first = "", ...rest] = names;
  if (rest.length === 0) return "";
  let length = first.length;
  for (const name of rest) {
    while (!name.startsWith(first.slice(0, length))) length -= 1;
  }
  return first.slice(0, first.slice(0, length).lastIndexOf("-") + 1);
}

/**
 * The resource that a person means: by its name, its name without the deployment's prefix, its
 * logical id or the id of a construct around it.
 * @throws LocalProblem when there is none or more than one.
 */
export function findResource(
  resources: readonly PlacedResource[],
  wanted: string,
  prefix: string,
  kind: string,
): PlacedResource {
  const rules: readonly ((resource: PlacedResource) => boolean)[] = [
    ({ name }) => name === wanted,
    ({ name }) => name === prefix + wanted,
    ({ logicalId }) => logicalId === wanted,
    ({ path }) => path.includes(wanted),
  ];
  for (const rule of rules) {
    const found = resources.filter(rule);
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    if (found.length > 1) {
      throw new LocalProblem(
        "local/ambiguous-name",
        `"${wanted}" may be ${found.map(({ name }) => name).join(" or ")}: name one of these.`,
      );
    }
  }
  const known = resources.map(({ name }) => name.slice(prefix.length)).join(", ");
  throw new LocalProblem(
    "local/unknown-name",
    `There is no ${kind} "${wanted}". Known: ${known === "" ? "none" : known}.`,
  );
}
