import {
  CreateTableCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  type PutItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Item } from "#adapters/dynamodb/item";
import { ledgerRowsIn } from "#adapters/dynamodb/record-item";
import type { Table } from "#adapters/dynamodb/table";
import type { LedgerRow } from "#domain/ledger/row";
import { patientTable, startDynamodb, type TestDynamodb } from "../dynamodb.ts";
import { isNight } from "./law.ts";
import { newTally, type Tally } from "./tally.ts";

type Watcher = (rows: readonly LedgerRow[]) => void;

/** A DynamoDB that is fresh for each run, and tells of every write of a record that stands. */
export interface LawEngine {
  /** An empty table. The one before is dropped. */
  freshTable(watcher: Watcher): Promise<Table>;
  /** Of the test that runs now. */
  tally(): Tally;
}

/** Starts an engine for the tests of one file. */
export function lawEngine(): LawEngine {
  let engine: TestDynamodb;
  let tables = 0;
  let name = "";
  let watcher: Watcher = () => undefined;
  let tally = newTally();

  beforeEach(() => {
    tally = newTally();
  });
  afterEach(({ task }) => {
    if (isNight) console.info(task.name, { ...tally, orders: tally.orders.size });
  });
  beforeAll(async () => {
    engine = await startDynamodb();
    watchPuts(engine.client, (table, item) => {
      if (table === name) watcher(ledgerRowsIn(item));
    });
  });
  afterAll(() => engine.stop());

  return {
    tally: () => tally,
    async freshTable(told) {
      const { client } = engine;
      const before = name;
      tables += 1;
      name = `law-${process.pid}-${tables}`;
      watcher = told;
      // Writes to a table with a stream grow slower with every one before them.
      const { StreamSpecification: _, ...table } = patientTable(name);
      await client.send(new CreateTableCommand(table));
      if (before !== "") await client.send(new DeleteTableCommand({ TableName: before }));
      return { client, name };
    },
  };
}

/** As the table's stream would: the new image of each put that the engine took. */
function watchPuts(client: DynamoDBClient, told: (table: string, item: Item) => void): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const { TableName, Item } = args.input as Partial<PutItemCommandInput>;
      if (TableName !== undefined && Item !== undefined) told(TableName, Item);
      return answer;
    },
    { step: "initialize", name: "watchPuts" },
  );
}
