import { CfnBucket, CfnBucketPolicy } from "aws-cdk-lib/aws-s3";
import * as z from "zod";
import { asDeployed, names, resourcesBeside } from "./deployed-resources.ts";
import type { Rule } from "./rule.ts";
import { refusesPlainHttp } from "./tls-only.ts";

const Closed = z.looseObject({
  blockPublicAcls: z.literal(true),
  blockPublicPolicy: z.literal(true),
  ignorePublicAcls: z.literal(true),
  restrictPublicBuckets: z.literal(true),
});

export const bucketIsClosed: Rule = {
  name: "BucketIsClosed",
  says: "A bucket is encrypted, closed to the public in all four ways, and refuses plain HTTP.",
  holds: (resource) => {
    if (!(resource instanceof CfnBucket)) return true;
    const access = asDeployed(resource, resource.publicAccessBlockConfiguration);
    return (
      resource.bucketEncryption !== undefined &&
      Closed.safeParse(access).success &&
      resourcesBeside(resource, CfnBucketPolicy).some(
        (policy) =>
          names(policy, policy.bucket, resource) && refusesPlainHttp(policy, policy.policyDocument),
      )
    );
  },
};
