import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCampaignStore } from "#adapters/dynamodb/campaign-store";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import { createOrganizationDirectory } from "#adapters/dynamodb/organization-directory";
import type { LedgerStore } from "#ports";

/** The ledger of a deployment, with whatever credentials the AWS SDK finds here. */
export function deployedLedger(name: string, region: string | undefined): LedgerStore {
  return createLedgerStore({ client: clientIn(region), name });
}

/** The switches of a deployment, with whatever credentials the AWS SDK finds here. */
export function deployedSwitches(name: string, region: string | undefined) {
  const table = { client: clientIn(region), name };
  return {
    organizations: createOrganizationDirectory(table),
    campaigns: createCampaignStore(table),
  };
}

function clientIn(region: string | undefined): DynamoDBClient {
  return new DynamoDBClient(region === undefined ? {} : { region });
}
