import type { FunctionPlan } from "../template/functions.ts";
import type { MappingPlan } from "../template/mappings.ts";
import type { LocalResources } from "../template/provision.ts";
import type { Need } from "./evaluate.ts";
import type { Actor } from "./permissions.ts";
import { keyNeeds, localArn, type Places } from "./places.ts";
import { sendNeeds } from "./queue-needs.ts";

/** What AWS does in the name of a function or a schedule, without its doing. */
export interface Implied {
  readonly actor: Actor;
  readonly needs: readonly Need[];
}

/**
 * Lambda writes a function's log, reads its queues and streams and buries what it could not do;
 * the Scheduler starts functions and buries starts. AWS asks for most of this when the resources
 * are made, and refuses to make them.
 *
 * @param actors by the function's ARN.
 */
export function impliedNeeds(
  { functions, mappings, schedules }: LocalResources,
  places: Places,
  actors: ReadonlyMap<string, Actor>,
): readonly Implied[] {
  const ofFunctions = functions.flatMap((plan) => {
    const actor = actors.get(plan.arn);
    if (actor === undefined) return [];
    const own = mappings.filter(({ function: name }) => name === plan.name || name === plan.arn);
    const sources = own.flatMap((mapping) => sourceNeeds(mapping, places));
    const graves = [
      plan.asynchronous.deadLetterArn,
      ...own.map(({ onFailureArn }) => onFailureArn),
    ];
    return [{ actor, needs: [...logNeeds(plan), ...sources, ...graveNeeds(graves, places)] }];
  });
  const ofSchedules = schedules.flatMap(({ name, role, targetArn, deadLetterArn }) => {
    if (role === undefined) return [];
    const start = { action: "lambda:InvokeFunction", resource: targetArn };
    const needs = [start, ...graveNeeds([deadLetterArn], places)];
    return [{ actor: { name: `schedule ${name}`, role }, needs }];
  });
  return [...ofFunctions, ...ofSchedules];
}

function logNeeds({ logGroup }: FunctionPlan): readonly Need[] {
  const resource = localArn("logs", `log-group:${logGroup}:log-stream:local`);
  return ["logs:CreateLogStream", "logs:PutLogEvents"].map((action) => ({ action, resource }));
}

/**
 * A queue, or a table's stream (Lambda guide, "Execution role permissions" of both). Streams are
 * listed over the whole account: that action takes no resource.
 */
function sourceNeeds({ sourceArn: resource }: MappingPlan, places: Places): readonly Need[] {
  if (resource.includes("/stream/")) {
    const named = ["DescribeStream", "GetRecords", "GetShardIterator"];
    return [
      ...named.map((name) => ({ action: `dynamodb:${name}`, resource })),
      { action: "dynamodb:ListStreams", resource: "*" },
    ];
  }
  const named = ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"];
  return [
    ...named.map((name) => ({ action: `sqs:${name}`, resource })),
    ...keyNeeds(places, { service: "sqs", resource }, ["kms:Decrypt"]),
  ];
}

function graveNeeds(queues: readonly (string | undefined)[], places: Places): readonly Need[] {
  return queues.flatMap((queue) => (queue === undefined ? [] : sendNeeds(queue, places)));
}
