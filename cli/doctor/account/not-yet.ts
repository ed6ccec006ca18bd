import { type Finding, warning } from "../finding.ts";

/** Before the first deployment, what a stack makes is missing without being a mistake. */
export function notYet(check: string, what: string): Finding {
  return warning(check, `There is no ${what} yet: a stack makes it.`, "Deploy, then ask again.");
}
