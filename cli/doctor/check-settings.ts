import type { Campaign } from "#domain/campaign/campaign";
import type { Environment } from "#infra/environments";
import { isLaptop } from "./contacted.ts";
import { type Finding, ok } from "./finding.ts";
import { checkAlarms } from "./settings/alarms.ts";
import { checkConcurrency } from "./settings/concurrency.ts";
import { checkEpoch } from "./settings/epoch.ts";
import { checkForeignArns } from "./settings/foreign-arns.ts";
import { checkInventedValues } from "./settings/invented-values.ts";
import { checkMachines } from "./settings/machines.ts";
import { checkCeilings, checkPaces } from "./settings/paces.ts";
import { checkRecipients } from "./settings/recipients.ts";

/** Everything there is beside the environment that is looked at. */
export interface Around {
  readonly environments: readonly Environment[];
  /** None where they could not be read. */
  readonly campaigns: readonly Campaign[] | undefined;
}

/** What an environment says of itself, without asking anybody. */
export function checkSettings(
  environment: Environment,
  { environments, campaigns }: Around,
): readonly Finding[] {
  if (isLaptop(environment)) {
    const says = "A laptop's stack: its providers are played, and no message leaves the machine.";
    return [ok("laptop", says)];
  }
  return [
    ...checkInventedValues(environment),
    ...checkForeignArns(environment),
    ...checkRecipients(environment),
    ...checkPaces(environment),
    ...checkCeilings(environment),
    ...checkConcurrency(environment),
    ...checkMachines(environment, campaigns),
    ...checkAlarms(environment),
    ...checkEpoch(environment, environments),
  ];
}
