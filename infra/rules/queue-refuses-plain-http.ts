import { CfnQueue, CfnQueuePolicy } from "aws-cdk-lib/aws-sqs";
import { names, resourcesBeside } from "./deployed-resources.ts";
import type { Rule } from "./rule.ts";
import { refusesPlainHttp } from "./tls-only.ts";

export const queueRefusesPlainHttp: Rule = {
  name: "QueueRefusesPlainHttp",
  says: "A queue's policy refuses whoever comes without TLS.",
  holds: (resource) => {
    if (!(resource instanceof CfnQueue)) return true;
    return resourcesBeside(resource, CfnQueuePolicy).some(
      (policy) =>
        names(policy, policy.queues, resource) && refusesPlainHttp(policy, policy.policyDocument),
    );
  },
};
