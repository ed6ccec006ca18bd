import { CfnQueue } from "aws-cdk-lib/aws-sqs";
import type { Rule } from "./rule.ts";

export const queueHasKey: Rule = {
  name: "QueueHasKey",
  says: "A queue is encrypted with the region's own key: messages hold what patients wrote.",
  holds: (resource) => !(resource instanceof CfnQueue) || resource.kmsMasterKeyId !== undefined,
};
