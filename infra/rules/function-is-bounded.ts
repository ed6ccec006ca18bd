import { CfnEventSourceMapping, CfnFunction, CfnPermission } from "aws-cdk-lib/aws-lambda";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import * as z from "zod";
import { asDeployed, names, resourcesBeside } from "./deployed-resources.ts";
import type { Rule } from "./rule.ts";

/** Of a queue's poller. */
const Bounded = z.looseObject({ maximumConcurrency: z.number() });

export const functionIsBounded: Rule = {
  name: "FunctionIsBounded",
  says:
    "A function has a reserved concurrency, or all that starts it is bounded: the account's limit " +
    "is shared, and what hears patients needs its part.",
  holds: (resource) => {
    if (!(resource instanceof CfnFunction)) return true;
    if (resource.reservedConcurrentExecutions !== undefined) return true;
    const isCalled = resourcesBeside(resource, CfnPermission).some((permission) =>
      names(permission, permission.functionName, resource),
    );
    const pollers = resourcesBeside(resource, CfnEventSourceMapping).filter((poller) =>
      names(poller, poller.functionName, resource),
    );
    const isScheduled = resourcesBeside(resource, CfnSchedule).some((schedule) =>
      names(schedule, schedule.target, resource),
    );
    return !isCalled && (isScheduled || pollers.length > 0) && pollers.every(isBounded);
  },
};

/** A stream's poller runs one batch for each shard and part of it, which the table bounds. */
function isBounded(poller: CfnEventSourceMapping): boolean {
  if (poller.startingPosition !== undefined) return true;
  return Bounded.safeParse(asDeployed(poller, poller.scalingConfig)).success;
}
