import { CfnFunction } from "aws-cdk-lib/aws-lambda";
import * as z from "zod";
import { asDeployed } from "./deployed-resources.ts";
import type { Rule } from "./rule.ts";

const Logging = z.looseObject({ logGroup: z.unknown().optional(), logFormat: z.literal("JSON") });

export const functionKeepsItsLogs: Rule = {
  name: "FunctionKeepsItsLogs",
  says: "A function writes JSON to a log group of ours; Lambda's own has no key and no end.",
  holds: (resource) => {
    if (!(resource instanceof CfnFunction)) return true;
    const logging = Logging.safeParse(asDeployed(resource, resource.loggingConfig));
    return logging.success && logging.data.logGroup !== undefined;
  },
};
