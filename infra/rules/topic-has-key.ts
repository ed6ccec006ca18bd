import { CfnTopic } from "aws-cdk-lib/aws-sns";
import type { Rule } from "./rule.ts";

export const topicHasKey: Rule = {
  name: "TopicHasKey",
  says: "A topic is encrypted with the region's own key: patients' words pass through it.",
  holds: (resource) => !(resource instanceof CfnTopic) || resource.kmsMasterKeyId !== undefined,
};
