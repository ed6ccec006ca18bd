import { Duration } from "aws-cdk-lib";
import * as s3 from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import { removalOf } from "./removal.ts";

/** What every bucket has: closed to the public and to plain HTTP, and kept where data is kept. */
export function closedBucket(data: "keep" | "discard"): s3.BucketProps {
  return {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: removalOf(data),
  };
}

/** Takes the access logs of buckets and distributions beside it, for a year. */
export function accessLogBucket(
  scope: Construct,
  data: "keep" | "discard",
  objectOwnership = s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
): s3.IBucket {
  const bucket = new s3.Bucket(scope, "access-logs", {
    ...closedBucket(data),
    objectOwnership,
    // S3 cannot deliver access logs to a bucket that a customer's key encrypts.
    encryption: s3.BucketEncryption.S3_MANAGED,
    versioned: true,
    lifecycleRules: [
      { expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(30) },
    ],
  });
  acknowledge(bucket, {
    "AwsSolutions-S1": "The bucket of access logs does not log itself.",
    "HIPAA.Security-S3BucketLoggingEnabled": "The bucket of access logs does not log itself.",
    "HIPAA.Security-S3BucketReplicationEnabled": "Access logs stay in the region they are about.",
    "HIPAA.Security-S3DefaultEncryptionKMS":
      "S3 delivers access logs only to buckets encrypted with its own key; they hold no PHI.",
  });
  // For the library: its optional members do not say that they may be undefined.
  return bucket as s3.IBucket;
}
