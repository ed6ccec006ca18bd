import type { Environment } from "../../environments.ts";
import type { Surroundings } from "../../surroundings.ts";
import type { DataStack } from "../data-stack.ts";
import type { EngineQueues } from "./queues.ts";

/** What each part of the engine is built from. */
export interface EngineParts {
  readonly environment: Environment;
  readonly surroundings: Surroundings;
  readonly data: DataStack;
  readonly queues: EngineQueues;
}

/** What every function that reads or writes a record is told. */
export function recordVariables({ data, environment }: EngineParts): Record<string, string> {
  return { TABLE_NAME: data.patients.tableName, DUE_SHARDS: String(environment.dueShards) };
}
