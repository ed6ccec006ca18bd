import type { CfnResource } from "aws-cdk-lib";
import { CfnGlobalTable, CfnTable } from "aws-cdk-lib/aws-dynamodb";
import * as z from "zod";
import { asDeployed } from "./deployed-resources.ts";

const Copy = z.looseObject({
  deletionProtectionEnabled: z.boolean().optional(),
  pointInTimeRecoverySpecification: z
    .looseObject({ pointInTimeRecoveryEnabled: z.boolean().optional() })
    .optional(),
  sseSpecification: z.looseObject({ kmsMasterKeyId: z.unknown().optional() }).optional(),
});

/** What is asked of a table in one region. */
export interface TableCopy {
  readonly hasKey: boolean;
  readonly isRestorable: boolean;
  readonly isProtected: boolean;
}

/**
 * A table's copies: itself, or each replica of a global table, whose settings are its own.
 * `undefined` for what is no table. Throws when a setting cannot be read.
 */
export function tableCopies(resource: CfnResource): readonly TableCopy[] | undefined {
  if (resource instanceof CfnGlobalTable) {
    return z.array(Copy).parse(asDeployed(resource, resource.replicas)).map(copyOf);
  }
  if (!(resource instanceof CfnTable)) return undefined;
  const { deletionProtectionEnabled, pointInTimeRecoverySpecification, sseSpecification } =
    resource;
  const settings = {
    deletionProtectionEnabled,
    pointInTimeRecoverySpecification,
    sseSpecification,
  };
  return [copyOf(Copy.parse(asDeployed(resource, settings)))];
}

function copyOf(settings: z.infer<typeof Copy>): TableCopy {
  const { sseSpecification, pointInTimeRecoverySpecification } = settings;
  return {
    hasKey: sseSpecification?.kmsMasterKeyId !== undefined,
    isRestorable: pointInTimeRecoverySpecification?.pointInTimeRecoveryEnabled === true,
    isProtected: settings.deletionProtectionEnabled === true,
  };
}
