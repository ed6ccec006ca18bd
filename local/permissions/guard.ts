import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { LocalProblem } from "../problem.ts";
import { accessKeyOf } from "../runtime/variables.ts";
import type { LocalResources } from "../template/provision.ts";
import type { Gate } from "./gate.ts";
import { impliedNeeds } from "./implied.ts";
import { Permissions } from "./permissions.ts";

/** The variable by which the SDK finds each service, by the service's name in signatures. */
const serviceVariables: Readonly<Record<string, string>> = {
  AWS_ENDPOINT_URL_DYNAMODB: "dynamodb",
  AWS_ENDPOINT_URL_SQS: "sqs",
  AWS_ENDPOINT_URL_SNS: "sns",
  AWS_ENDPOINT_URL_S3: "s3",
  AWS_ENDPOINT_URL_SESV2: "ses",
  AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: "sms-voice",
  AWS_ENDPOINT_URL_CONNECT: "connect",
};

export interface Guarded {
  /** As functions are told them: every service is at the gate. */
  readonly variables: Readonly<Record<string, string>>;
  readonly permissions: Permissions;
}

/**
 * Has the gate let each function do what its synthesized policies allow, and nothing else.
 * @throws LocalProblem for a service that the gate does not know: it would not be guarded. And
 * for what AWS does in a function's name and its policies do not allow.
 */
export function guard(
  gate: Gate,
  parts: {
    readonly resources: LocalResources;
    readonly variables: Readonly<Record<string, string>>;
    readonly outsideArns: Readonly<Record<string, string>>;
    /** Holds `logs/access-denied.log`. */
    readonly directory: string;
  },
): Guarded {
  const { resources, outsideArns } = parts;
  const engines = new Map<string, string>();
  const variables = Object.entries(parts.variables).map(([name, value]) => {
    if (!name.startsWith("AWS_ENDPOINT_URL")) return [name, value];
    engines.set(serviceOf(name), value);
    return [name, gate.endpoint];
  });
  const log = join(parts.directory, "logs", "access-denied.log");
  mkdirSync(dirname(log), { recursive: true });
  rmSync(log, { force: true });
  const permissions = new Permissions({ roles: resources.roles, log });
  const places = {
    tables: new Map(resources.tables.map(({ name, arn }) => [name, arn])),
    keys: resources.keys,
    outside: outsideArns,
  };
  const actors = resources.functions.map((plan) => ({
    ...{ plan, name: plan.name.slice(resources.prefix.length), role: plan.role },
  }));
  gate.keep({
    ...{ permissions, places, engines },
    actors: new Map(actors.map((actor) => [accessKeyOf(actor.plan.name), actor])),
  });
  const byArn = new Map(actors.map((actor) => [actor.plan.arn, actor]));
  for (const { actor, needs } of impliedNeeds(resources, places, byArn)) {
    permissions.require(actor, needs);
  }
  return { variables: Object.fromEntries(variables), permissions };
}

function serviceOf(variable: string): string {
  const service = serviceVariables[variable];
  if (service !== undefined) return service;
  throw new LocalProblem(
    "local/unknown-service",
    `${variable} names a service whose calls the local stack cannot hold against the policies. ` +
      "Teach local/permissions what its calls need.",
  );
}
