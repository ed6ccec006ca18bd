import type { Environment } from "./environments.ts";

/**
 * The topic on which every alarm of a region is heard. Known by name to the stacks that do not make
 * it: a reference would keep the engine from being thrown away and built again.
 */
export function alarmTopicName({ name }: Environment): string {
  return `rounds-${name}-alarms`;
}
