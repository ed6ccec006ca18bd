import type { CfnResource } from "aws-cdk-lib";
import * as z from "zod";
import { asDeployed } from "./deployed-resources.ts";

/** As CDK writes `enforceSSL`; other statements are not looked at. */
const DeniesPlainHttp = z.looseObject({
  Effect: z.literal("Deny"),
  Principal: z.union([z.literal("*"), z.looseObject({ AWS: z.literal("*") })]),
  Condition: z.looseObject({
    Bool: z.looseObject({ "aws:SecureTransport": z.union([z.literal("false"), z.literal(false)]) }),
  }),
});
const Policy = z.looseObject({ Statement: z.array(z.unknown()) });

/** Whether a resource policy refuses everybody who comes without TLS. */
export function refusesPlainHttp(holder: CfnResource, policy: unknown): boolean {
  const read = Policy.safeParse(asDeployed(holder, policy));
  if (!read.success) return false;
  return read.data.Statement.some((statement) => DeniesPlainHttp.safeParse(statement).success);
}
