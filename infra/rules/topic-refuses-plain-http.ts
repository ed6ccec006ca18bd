import { CfnTopic, CfnTopicPolicy } from "aws-cdk-lib/aws-sns";
import { names, resourcesBeside } from "./deployed-resources.ts";
import type { Rule } from "./rule.ts";
import { refusesPlainHttp } from "./tls-only.ts";

export const topicRefusesPlainHttp: Rule = {
  name: "TopicRefusesPlainHttp",
  says: "A topic's policy refuses whoever comes without TLS.",
  holds: (resource) => {
    if (!(resource instanceof CfnTopic)) return true;
    return resourcesBeside(resource, CfnTopicPolicy).some(
      (policy) =>
        names(policy, policy.topics, resource) && refusesPlainHttp(policy, policy.policyDocument),
    );
  },
};
