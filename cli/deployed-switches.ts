import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCampaignStore } from "#adapters/dynamodb/campaign-store";
import { createOrganizationDirectory } from "#adapters/dynamodb/organization-directory";

/** The switches of a deployment, with whatever credentials the AWS SDK finds here. */
export function deployedSwitches(name: string, region: string | undefined) {
  const client = new DynamoDBClient(region === undefined ? {} : { region });
  const table = { client, name };
  return {
    organizations: createOrganizationDirectory(table),
    campaigns: createCampaignStore(table),
  };
}
