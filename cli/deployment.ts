import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import { createCampaignStore } from "#adapters/dynamodb/campaign-store";
import { createConceptStore } from "#adapters/dynamodb/concept-store";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import { createOrganizationDirectory } from "#adapters/dynamodb/organization-directory";
import { createResolutionStore } from "#adapters/dynamodb/resolution-store";
import { createWorkQueue } from "#adapters/sqs/work-queue";
import { ResolveMessage } from "#contracts/resolve-message";
import type { LedgerStore, WorkQueue } from "#ports";
import { Unrecoverable } from "../shared/errors.ts";

/** The patients table of a deployment, with whatever credentials the AWS SDK finds here. */
export function deployedStores(name: string, region: string | undefined) {
  const table = { client: new DynamoDBClient(placeOf(region)), name };
  return {
    organizations: createOrganizationDirectory(table),
    campaigns: createCampaignStore(table),
    concepts: createConceptStore(table),
    resolutions: createResolutionStore(table),
  };
}

/** The ledger table of a deployment. */
export function deployedLedger(name: string, region: string | undefined): LedgerStore {
  return createLedgerStore({ client: new DynamoDBClient(placeOf(region)), name });
}

/**
 * The queue that takes the work of solving audiences again.
 * @throws Unrecoverable `sqs/…` when there is none of that name, or it may not be used.
 */
export async function deployedImportQueue(
  name: string,
  region: string | undefined,
): Promise<WorkQueue<ResolveMessage>> {
  // Emulators of AWS write hosts into URLs that nobody can reach.
  const client = new SQSClient({ ...placeOf(region), useQueueUrlAsEndpoint: false });
  try {
    const { QueueUrl: url = "" } = await client.send(new GetQueueUrlCommand({ QueueName: name }));
    return createWorkQueue({ client, url, contract: ResolveMessage });
  } catch (cause) {
    throw new Unrecoverable(`sqs/${cause instanceof Error ? cause.name : "unknown"}`, { cause });
  }
}

function placeOf(region: string | undefined) {
  return region === undefined ? {} : { region };
}
