import { LocalProblem } from "../problem.ts";
import type { FunctionPlan } from "../template/functions.ts";
import type { MappingPlan } from "../template/mappings.ts";
import type { Actor, Permissions } from "./permissions.ts";
import { localArn, type Places } from "./places.ts";
import { readNeeds, sendNeeds } from "./queue-needs.ts";

const streamActions = ["DescribeStream", "GetRecords", "GetShardIterator"] as const;

/**
 * What Lambda does in the names of functions: reads their queues and streams, writes their logs
 * and buries what they could not do. AWS refuses to make a mapping whose role may not read its
 * source, and so does the local stack.
 */
export class OnBehalf {
  readonly permissions: Permissions;
  readonly #places: Places;
  readonly #actors: ReadonlyMap<string, Actor>;

  /** `actors` by the function's ARN. */
  constructor(permissions: Permissions, places: Places, actors: ReadonlyMap<string, Actor>) {
    this.permissions = permissions;
    this.#places = places;
    this.#actors = actors;
  }

  /** @throws LocalProblem naming the missing grant, as do the others. */
  writeLog({ arn, logGroup }: FunctionPlan): void {
    const resource = localArn("logs", `log-group:${logGroup}:log-stream:local`);
    const actions = ["logs:CreateLogStream", "logs:PutLogEvents"];
    this.permissions.require(
      this.#actor(arn),
      actions.map((action) => ({ action, resource })),
    );
  }

  /**
   * A function follows a queue, or a table's stream (Lambda guide, "Execution role permissions" of
   * both). Streams are listed over the whole account: that action takes no resource.
   */
  readSource(functionArn: string, { sourceArn }: MappingPlan): void {
    const isStream = sourceArn.includes("/stream/");
    const needs = isStream
      ? [
          ...streamActions.map((name) => ({ action: `dynamodb:${name}`, resource: sourceArn })),
          { action: "dynamodb:ListStreams", resource: "*" },
        ]
      : readNeeds(sourceArn, this.#places);
    this.permissions.require(this.#actor(functionArn), needs);
  }

  bury(functionArn: string, queueArn: string): void {
    this.permissions.require(this.#actor(functionArn), sendNeeds(queueArn, this.#places));
  }

  #actor(functionArn: string): Actor {
    const actor = this.#actors.get(functionArn);
    if (actor !== undefined) return actor;
    throw new LocalProblem("local/unknown-function", `The template has no ${functionArn}.`);
  }
}
