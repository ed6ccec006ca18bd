import { ListStacksCommand } from "@aws-sdk/client-cloudformation";
import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import {
  DeleteObjectCommand,
  ListBucketsCommand,
  ListObjectVersionsCommand,
} from "@aws-sdk/client-s3";
import { ListQueuesCommand } from "@aws-sdk/client-sqs";
import type { DeployedRegion } from "./deployed-region.ts";
import { codeOf } from "./wiring.ts";

/** Deletes every version of every file, for a bucket that is not empty cannot be deleted. */
export async function emptyBuckets(region: DeployedRegion): Promise<void> {
  const made = await region.resourcesOf(region.named("data"));
  for (const { ResourceType, PhysicalResourceId: Bucket = "" } of made) {
    if (ResourceType !== "AWS::S3::Bucket") continue;
    const { Versions = [], DeleteMarkers = [] } = await region.s3.send(
      new ListObjectVersionsCommand({ Bucket }),
    );
    for (const { Key = "", VersionId = "" } of [...Versions, ...DeleteMarkers]) {
      await region.s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    }
  }
}

/** What is still there of a deployment: stacks, tables, functions, queues and buckets, by name. */
export async function leftoversOf(region: DeployedRegion): Promise<readonly string[]> {
  const { cloudFormation, dynamodb, s3, sqs } = region;
  const [stacks, tables, functions, queues, buckets] = await Promise.all([
    cloudFormation.send(new ListStacksCommand({})),
    dynamodb.send(new ListTablesCommand({})),
    codeOf(region),
    sqs.send(new ListQueuesCommand({ QueueNamePrefix: region.named("") })),
    s3.send(new ListBucketsCommand({})),
  ]);
  const standing = (stacks.StackSummaries ?? []).filter(
    ({ StackStatus }) => StackStatus !== "DELETE_COMPLETE",
  );
  const names = [
    ...standing.map(({ StackName = "" }) => StackName),
    ...(tables.TableNames ?? []),
    ...Object.keys(functions),
    ...(queues.QueueUrls ?? []).map((url) => url.split("/").at(-1) ?? url),
    ...(buckets.Buckets ?? []).map(({ Name = "" }) => Name),
  ];
  return names.filter((name) => name.startsWith(region.named("")));
}
