import { CfnAlarm } from "aws-cdk-lib/aws-cloudwatch";
import { CfnEventInvokeConfig, CfnEventSourceMapping, CfnFunction } from "aws-cdk-lib/aws-lambda";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { CfnQueue } from "aws-cdk-lib/aws-sqs";
import { names, resourcesBeside } from "./deployed-resources.ts";
import type { Rule } from "./rule.ts";

export const queueGivesUpLoudly: Rule = {
  name: "QueueGivesUpLoudly",
  says: "A queue has a dead-letter queue, or is one that an alarm watches: nothing vanishes (law 2).",
  holds: (resource) => {
    if (!(resource instanceof CfnQueue) || resource.redrivePolicy !== undefined) return true;
    return takesTheDead(resource) && isWatched(resource);
  },
};

function takesTheDead(queue: CfnQueue): boolean {
  return (
    resourcesBeside(queue, CfnQueue).some((other) => names(other, other.redrivePolicy, queue)) ||
    resourcesBeside(queue, CfnFunction).some((from) => names(from, from.deadLetterConfig, queue)) ||
    resourcesBeside(queue, CfnSchedule).some((from) => names(from, from.target, queue)) ||
    [
      ...resourcesBeside(queue, CfnEventSourceMapping),
      ...resourcesBeside(queue, CfnEventInvokeConfig),
    ].some((from) => names(from, from.destinationConfig, queue))
  );
}

function isWatched(queue: CfnQueue): boolean {
  return resourcesBeside(queue, CfnAlarm).some(
    (alarm) =>
      alarm.metricName === "ApproximateNumberOfMessagesVisible" &&
      (alarm.alarmActions?.length ?? 0) > 0 &&
      names(alarm, alarm.dimensions, queue),
  );
}
