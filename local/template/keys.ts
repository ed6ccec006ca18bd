import * as z from "zod";
import type { Deployment } from "./deployment.ts";
import { arnOf } from "./resource.ts";

const QueueKey = z.looseObject({ KmsMasterKeyId: z.string().optional() });

const BucketKey = z.looseObject({
  BucketEncryption: z
    .looseObject({
      ServerSideEncryptionConfiguration: z.array(
        z.looseObject({
          ServerSideEncryptionByDefault: z
            .looseObject({ KMSMasterKeyID: z.string().optional() })
            .optional(),
        }),
      ),
    })
    .optional(),
});

/**
 * The customer's keys that encrypt queues and buckets, by the ARN of what they encrypt. Tables are
 * left out: their key's own policy lets in whoever may use the table.
 */
export function readKeys(deployment: Deployment): ReadonlyMap<string, string> {
  const queues = deployment.ofType("AWS::SQS::Queue").map((resource) => {
    const { KmsMasterKeyId } = deployment.properties(resource, QueueKey);
    return [arnOf(resource), KmsMasterKeyId] as const;
  });
  const buckets = deployment.ofType("AWS::S3::Bucket").map((resource) => {
    const { BucketEncryption } = deployment.properties(resource, BucketKey);
    const [rule] = BucketEncryption?.ServerSideEncryptionConfiguration ?? [];
    return [arnOf(resource), rule?.ServerSideEncryptionByDefault?.KMSMasterKeyID] as const;
  });
  return new Map(
    [...queues, ...buckets].flatMap(([arn, key]) => (key === undefined ? [] : [[arn, key]])),
  );
}
