import { CfnLogGroup } from "aws-cdk-lib/aws-logs";
import type { Rule } from "./rule.ts";

export const logGroupEnds: Rule = {
  name: "LogGroupEnds",
  says: "A log group has a retention and the region's own key.",
  holds: (resource) =>
    !(resource instanceof CfnLogGroup) ||
    (resource.retentionInDays !== undefined && resource.kmsKeyId !== undefined),
};
