import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCampaignStore } from "#adapters/dynamodb/campaign-store";
import { createOrganizationDirectory } from "#adapters/dynamodb/organization-directory";
import { serviceClient } from "#adapters/service-client";
import { createFunctionRim, withRim } from "#composition/rim";
import { createDescribeMember } from "#usecases/describe-member";
import { createListCampaigns } from "#usecases/list-campaigns";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const rim = createFunctionRim("staff-api", config);
const table = { client: new DynamoDBClient(serviceClient()), name: config.TABLE_NAME };
const describeMember = createDescribeMember({ organizations: createOrganizationDirectory(table) });
const listCampaigns = createListCampaigns({ campaigns: createCampaignStore(table) });
const tokens = { issuer: config.TOKEN_ISSUER, audience: config.TOKEN_AUDIENCE };
export const handler = withRim(
  createHandler({ log: rim.log, tokens }, { describeMember, listCampaigns }),
  rim,
);
