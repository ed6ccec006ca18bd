import { concurrencyNeeded } from "#infra/concurrency-needed";
import type { Environment } from "#infra/environments";
import { type Finding, ok, problem } from "../finding.ts";

const check = "concurrency";

/** What an account may run at once unless more was asked for. Source: Lambda Developer Guide, quotas. */
const accountDefault = 1_000;

/** Held against the usual limit; the account's own is asked when there are credentials. */
export function checkConcurrency(environment: Environment): readonly Finding[] {
  const needed = concurrencyNeeded(environment);
  if (needed <= accountDefault) {
    return [ok(check, `Needs ${needed} functions at once; an account has ${accountDefault}.`)];
  }
  const says = `Needs ${needed} functions at once, more than the ${accountDefault} of an account: the deployment is refused, or sends take the place of hearing patients.`;
  const advice = `Lower \`concurrency\`, or ask Lambda for ${needed} concurrent executions.`;
  return [problem(check, says, advice)];
}
