import {
  type EventSourceMappingConfiguration,
  paginateListEventSourceMappings,
  paginateListFunctions,
} from "@aws-sdk/client-lambda";
import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { DeployedRegion } from "./deployed-region.ts";

/** One queue as the service keeps it. */
export interface QueueState {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** Whether its policy denies whoever comes without TLS. */
  readonly deniesPlainHttp: boolean;
  /** Of its redrive policy. */
  readonly deadAfter: number | undefined;
  readonly messages: number;
}

/** All queues that the stacks of a deployment made, as they are now. */
export async function queuesOf(region: DeployedRegion): Promise<readonly QueueState[]> {
  const stacks = ["data", "pages", "engine"].map((part) => region.resourcesOf(region.named(part)));
  const made = (await Promise.all(stacks)).flat();
  const urls = made.filter(({ ResourceType }) => ResourceType === "AWS::SQS::Queue");
  return Promise.all(
    urls.map(({ PhysicalResourceId = "" }) => queueState(region.sqs, PhysicalResourceId)),
  );
}

async function queueState(client: SQSClient, url: string): Promise<QueueState> {
  const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["All"] });
  const { Attributes = {} } = await client.send(asked);
  const { RedrivePolicy } = Attributes;
  return {
    name: url.split("/").at(-1) ?? url,
    isEncrypted: Attributes["KmsMasterKeyId"] !== undefined,
    deniesPlainHttp: Attributes["Policy"]?.includes("aws:SecureTransport") === true,
    deadAfter: RedrivePolicy === undefined ? undefined : JSON.parse(RedrivePolicy).maxReceiveCount,
    messages: Number(Attributes["ApproximateNumberOfMessages"]),
  };
}

/** What wakes the functions of a deployment. */
export async function mappingsOf({
  lambda,
}: DeployedRegion): Promise<readonly EventSourceMappingConfiguration[]> {
  const found: EventSourceMappingConfiguration[] = [];
  for await (const page of paginateListEventSourceMappings({ client: lambda }, {})) {
    found.push(...(page.EventSourceMappings ?? []));
  }
  return found;
}

/** The digest of each function's code, by its name. */
export async function codeOf({
  lambda,
}: DeployedRegion): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for await (const page of paginateListFunctions({ client: lambda }, {})) {
    for (const { FunctionName = "", CodeSha256 = "" } of page.Functions ?? []) {
      found[FunctionName] = CodeSha256;
    }
  }
  return found;
}
