import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCampaignStore } from "#adapters/dynamodb/campaign-store";
import { createOrganizationDirectory } from "#adapters/dynamodb/organization-directory";
import { createRecordStore } from "#adapters/dynamodb/record-store";
import { serviceClient } from "#adapters/service-client";
import { systemClock } from "#adapters/system-clock";
import { createAct } from "#usecases/act";
import { createReadRules } from "#usecases/read-rules";

export interface EngineConfig {
  readonly TABLE_NAME: string;
  readonly DUE_SHARDS: number;
}

/** The table, and what is published in it. */
export function createStores(tableName: string) {
  const table = { client: new DynamoDBClient(serviceClient()), name: tableName };
  return {
    table,
    clock: systemClock,
    campaigns: createCampaignStore(table),
    organizations: createOrganizationDirectory(table),
  };
}

/** What every function needs that decides on a record: the table, its stores, and `act`. */
export function createRecordEngine(config: EngineConfig) {
  const stores = createStores(config.TABLE_NAME);
  const { table, clock, campaigns, organizations } = stores;
  const records = createRecordStore({ table, shards: config.DUE_SHARDS });
  const readRules = createReadRules({ campaigns, organizations, clock });
  const act = createAct({ records, readRules });
  return { ...stores, records, act };
}
