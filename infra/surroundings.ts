import type * as kms from "aws-cdk-lib/aws-kms";
import type * as lambda from "aws-cdk-lib/aws-lambda";
import type * as sns from "aws-cdk-lib/aws-sns";
import type { Environment } from "./environments.ts";
import type { BundleName } from "./function-names.ts";

/** Where a function's code comes from. */
export type CodeOf = (name: BundleName) => lambda.Code;

/** What every worker of a region is given. */
export interface Surroundings {
  readonly environment: Environment;
  readonly key: kms.IKey;
  /** Where alarms are heard. */
  readonly alarms: sns.ITopic;
  readonly codeOf: CodeOf;
}
