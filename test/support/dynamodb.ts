import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  type DynamoDBClientConfig,
  ListTablesCommand,
} from "@aws-sdk/client-dynamodb";
import { freePort } from "./free-port.ts";

const binary = fileURLToPath(
  new URL("../../node_modules/@dynoxide/linux-x64/dynoxide", import.meta.url),
);

/** Whether a DynamoDB engine can be started here. */
export const hasDynamodb = existsSync(binary) || !!process.env["AWS_ENDPOINT_URL_DYNAMODB"];

export interface TestDynamodb {
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  /** For a client of one's own. */
  readonly connection: DynamoDBClientConfig;
  stop(): Promise<void>;
}

const credentials = { accessKeyId: "test", secretAccessKey: "test" };

/** A DynamoDB of one's own, in memory; or the one that the environment names. */
export async function startDynamodb(): Promise<TestDynamodb> {
  const given = process.env["AWS_ENDPOINT_URL_DYNAMODB"];
  const port = given ? 0 : await freePort();
  const endpoint = given ?? `http://127.0.0.1:${port}`;
  const child = given ? undefined : spawn(binary, ["--port", String(port)], { stdio: "ignore" });
  const connection = { endpoint, region: "us-east-1", credentials };
  const client = new DynamoDBClient(connection);
  await answering(client);
  return {
    client,
    endpoint,
    connection,
    async stop() {
      client.destroy();
      if (child) await ended(child);
    },
  };
}

async function answering(client: DynamoDBClient): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await exit;
}

let tables = 0;

/** The patients' table: the record stream, the due index and the eligibility index. */
export async function createPatientTable(client: DynamoDBClient): Promise<string> {
  const TableName = `patients-${++tables}-${process.pid}`;
  await client.send(new CreateTableCommand(patientTable(TableName)));
  return TableName;
}

export function patientTable(TableName: string): CreateTableCommandInput {
  return {
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [
      { AttributeName: "pk", AttributeType: "S" },
      { AttributeName: "sk", AttributeType: "S" },
      { AttributeName: "lane", AttributeType: "S" },
      { AttributeName: "dueAt", AttributeType: "N" },
      { AttributeName: "startsFor", AttributeType: "S" },
      { AttributeName: "startsOn", AttributeType: "N" },
      { AttributeName: "person", AttributeType: "S" },
    ],
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: "due",
        KeySchema: [
          { AttributeName: "lane", KeyType: "HASH" },
          { AttributeName: "dueAt", KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "KEYS_ONLY" },
      },
      {
        IndexName: "eligibility",
        KeySchema: [
          { AttributeName: "startsFor", KeyType: "HASH" },
          { AttributeName: "startsOn", KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "KEYS_ONLY" },
      },
      {
        IndexName: "person",
        KeySchema: [{ AttributeName: "person", KeyType: "HASH" }],
        Projection: { ProjectionType: "KEYS_ONLY" },
      },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
  };
}

/** The worklist of staff: by place in all, in one queue, and of one holder. */
export async function createWorklistTable(client: DynamoDBClient): Promise<string> {
  const TableName = `worklist-${++tables}-${process.pid}`;
  await client.send(new CreateTableCommand(worklistTable(TableName)));
  return TableName;
}

export function worklistTable(TableName: string): CreateTableCommandInput {
  const indexes = { open: "openIn", queue: "inQueue", held: "heldBy" };
  return {
    ...ledgerTable(TableName),
    AttributeDefinitions: ["pk", "sk", "place", ...Object.values(indexes)].map((AttributeName) => ({
      AttributeName,
      AttributeType: "S",
    })),
    GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, AttributeName]) => ({
      IndexName,
      KeySchema: [
        { AttributeName, KeyType: "HASH" },
        { AttributeName: "place", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "ALL" },
    })),
  };
}

/** The ledger, apart from the patients. */
export async function createLedgerTable(
  client: DynamoDBClient,
  TableName = `ledger-${++tables}-${process.pid}`,
): Promise<string> {
  await client.send(new CreateTableCommand(ledgerTable(TableName)));
  return TableName;
}

export function ledgerTable(TableName: string): CreateTableCommandInput {
  return {
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [
      { AttributeName: "pk", AttributeType: "S" },
      { AttributeName: "sk", AttributeType: "S" },
    ],
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
  };
}
