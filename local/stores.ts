import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { createCampaignStore } from "#adapters/dynamodb/campaign-store";
import { createConceptStore } from "#adapters/dynamodb/concept-store";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import { createOrganizationDirectory } from "#adapters/dynamodb/organization-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { createResolutionStore } from "#adapters/dynamodb/resolution-store";
import { localRegion } from "./engines/fauxqs.ts";

/** How to reach a running stack from outside its functions, in this process or another. */
export interface StackAddress {
  readonly endpoints: { readonly dynamodb: string; readonly sqs: string; readonly s3: string };
  readonly patientsTable: string;
  readonly ledgerTable: string;
  readonly bucket: string;
  readonly importQueue: string;
  readonly optOutQueue: string;
  /** Where engines tell accounts and regions apart; on a laptop there is one of each. */
  readonly place?: { readonly account: string; readonly region: string };
}

/** The stores of a running stack, through the adapters that its functions use. */
export function localStores(address: StackAddress) {
  const { endpoints, patientsTable, ledgerTable } = address;
  const client = new DynamoDBClient(clientOf(endpoints.dynamodb, address));
  const table = { client, name: patientsTable };
  return {
    table,
    organizations: createOrganizationDirectory(table),
    campaigns: createCampaignStore(table),
    concepts: createConceptStore(table),
    profiles: createProfileStore(table),
    resolutions: createResolutionStore(table),
    ledger: createLedgerStore({ client, name: ledgerTable }),
  };
}

export type LocalStores = ReturnType<typeof localStores>;

export function localFiles(address: StackAddress): S3Client {
  return new S3Client({ ...clientOf(address.endpoints.s3, address), forcePathStyle: true });
}

export function localQueues(address: StackAddress): SQSClient {
  return new SQSClient(clientOf(address.endpoints.sqs, address));
}

function clientOf(endpoint: string, { place }: StackAddress) {
  const { account = "local", region = localRegion } = place ?? {};
  return { endpoint, region, credentials: { accessKeyId: account, secretAccessKey: "local" } };
}
