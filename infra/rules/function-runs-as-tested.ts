import { CfnFunction } from "aws-cdk-lib/aws-lambda";
import type { Rule } from "./rule.ts";

export const functionRunsAsTested: Rule = {
  name: "FunctionRunsAsTested",
  says: "A function runs on nodejs24.x, as its tests do, and on arm64, which costs a fifth less.",
  holds: (resource) =>
    !(resource instanceof CfnFunction) ||
    (resource.runtime === "nodejs24.x" && String(resource.architectures) === "arm64"),
};
