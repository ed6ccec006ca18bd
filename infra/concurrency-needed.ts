import type { Environment } from "./environments.ts";

/** What AWS keeps unreserved in every account. Source: Lambda Developer Guide, "Reserved concurrency". */
const unreservedMin = 100;

/** Functions that hear patients and carriers: three by queue, one by the contact flow, one by its page. */
const hearing = 5;

/** What two functions keep beside for what patients say on pages: 2 to stop, 2 to answer. */
const onPages = 4;

/** Functions that run at once by reservation, in all stacks of a deployment. */
export function reservedConcurrency({ concurrency, access }: Environment): number {
  const { inbound, tasks, urgent } = concurrency;
  const release = 1;
  return hearing * inbound + onPages + tasks + urgent + release + access.concurrency;
}

/**
 * The account's limit of functions at once below which this deployment is refused, or its bulk
 * lanes take from each other.
 */
export function concurrencyNeeded(environment: Environment): number {
  const { sms, email, voice, decide, enroll, import: imports } = environment.concurrency;
  const bulk = sms + email + voice + decide + enroll + imports;
  return reservedConcurrency(environment) + bulk + unreservedMin;
}
