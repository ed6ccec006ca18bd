import type { Environment } from "./environments.ts";

/** Where the metrics of a deployment are, apart from those of others in the same account. */
export function metricsNamespace(environment: Environment): string {
  return `rounds-${environment.name}`;
}
