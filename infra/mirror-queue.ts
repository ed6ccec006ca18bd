import type { Environment } from "./environments.ts";

/**
 * The queue by which the carrier's list follows an opt-out. Known by name to the stacks that do not
 * make it, as the topic of alarms is.
 */
export function mirrorQueueName({ name }: Environment): string {
  return `rounds-${name}-mirror`;
}
