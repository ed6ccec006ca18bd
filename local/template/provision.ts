import type { MessagingEngine } from "../engines/fauxqs.ts";
import type { PolicyStatement } from "../permissions/policy.ts";
import { loadAssembly } from "./assembly.ts";
import { createBuckets, type LocalBuckets } from "./buckets.ts";
import { Deployment } from "./deployment.ts";
import { sharedPrefix } from "./find.ts";
import { type FunctionPlan, readFunctions } from "./functions.ts";
import { readKeys } from "./keys.ts";
import { countSkipped, isDeploymentHelper } from "./kinds.ts";
import { type MappingPlan, readMappings } from "./mappings.ts";
import { type PublicRoute, readPublicRoutes } from "./public-routes.ts";
import { createQueues, type LocalQueue } from "./queues.ts";
import type { PlacedResource } from "./resource.ts";
import { readRoles } from "./roles.ts";
import { readStaffAccess, type StaffAccess } from "./staff-access.ts";
import { createTables, type LocalTable } from "./tables.ts";
import { createTopics } from "./topics.ts";
import { type RulePlan, readRules, readSchedules, type SchedulePlan } from "./triggers.ts";

/** What the template says, made real on the engines where it holds data. */
export interface LocalResources {
  readonly all: readonly PlacedResource[];
  readonly tables: readonly LocalTable[];
  readonly queues: readonly LocalQueue[];
  readonly topics: readonly PlacedResource[];
  readonly buckets: LocalBuckets;
  readonly functions: readonly FunctionPlan[];
  readonly mappings: readonly MappingPlan[];
  readonly schedules: readonly SchedulePlan[];
  readonly rules: readonly RulePlan[];
  readonly publicRoutes: readonly PublicRoute[];
  /** How staff come in; absent where the template has nothing for them. */
  readonly access: StaffAccess | undefined;
  /** What each role may do, by its ARN. */
  readonly roles: ReadonlyMap<string, readonly PolicyStatement[]>;
  /** ARNs of the keys of queues and buckets, by what they encrypt. */
  readonly keys: ReadonlyMap<string, string>;
  /** What the names of queues and functions begin with. */
  readonly prefix: string;
  readonly skipped: Readonly<Record<string, number>>;
}

export interface ProvisionParts {
  /** A cloud assembly's folder. */
  readonly assembly: string;
  readonly stage: string;
  readonly dynamodb: string;
  readonly messaging: MessagingEngine;
  /** A queue's address as functions are told it. */
  readonly queueUrl: (name: string) => string;
  /** The address of HTTP APIs that ask for no sign-in. */
  readonly publicApi: string;
}

/**
 * Makes tables, queues, topics and buckets of the synthesized stacks and reads the rest. Tables come
 * first: the engine alone says what their streams are called.
 */
export async function provision(parts: ProvisionParts): Promise<LocalResources> {
  const { messaging } = parts;
  const stacks = loadAssembly(parts.assembly, parts.stage);
  const deployment = new Deployment(stacks, parts.queueUrl, parts.publicApi);
  const all = deployment.resources.filter((resource) => !isDeploymentHelper(resource));
  const skipped = countSkipped(all);
  const tables = await createTables(deployment, parts.dynamodb);
  const queues = createQueues(deployment, messaging);
  const topics = createTopics(deployment, messaging);
  const buckets = createBuckets(deployment, messaging);
  const functions = readFunctions(deployment);
  return {
    ...{ all, tables, queues, topics, buckets, functions, skipped },
    mappings: readMappings(deployment),
    schedules: readSchedules(deployment),
    rules: readRules(deployment),
    publicRoutes: readPublicRoutes(deployment),
    access: readStaffAccess(deployment),
    roles: readRoles(deployment),
    keys: readKeys(deployment),
    prefix: sharedPrefix([...functions, ...queues].map(({ name }) => name)),
  };
}
