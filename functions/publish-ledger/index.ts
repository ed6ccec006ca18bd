import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import { ledgerRowsIn } from "#adapters/dynamodb/record-item";
import { serviceClient } from "#adapters/service-client";
import { createFunctionRim, withRim } from "#composition/rim";
import { createPublishLedger } from "#usecases/publish-ledger";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const rim = createFunctionRim("publish-ledger", config);
const table = { client: new DynamoDBClient(serviceClient()), name: config.LEDGER_TABLE_NAME };
const publishLedger = createPublishLedger({ ledger: createLedgerStore(table) });
export const handler = withRim(createHandler(publishLedger, ledgerRowsIn, rim), rim);
