import type { CfnResource } from "aws-cdk-lib";

/** One thing that every resource of a kind must be. */
export interface Rule {
  /** By which a finding is named and acknowledged: `Rounds-<name>`. */
  readonly name: string;
  /** What must be so, and what it keeps from happening. */
  readonly says: string;
  /** True as well for whatever the rule is not about. */
  readonly holds: (resource: CfnResource) => boolean;
}
