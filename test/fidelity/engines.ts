import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  type PutItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import { CreateQueueCommand, DeleteQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Item } from "#adapters/dynamodb/item";
import type { Table } from "#adapters/dynamodb/table";
import { startDynamoDb } from "#local/engines/dynamodb";
import { localRegion, startMessaging } from "#local/engines/fauxqs";
import { ledgerTable, patientTable, worklistTable } from "#support/dynamodb";
import { type QueueName, queueNames } from "./side.ts";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };

/** What one run has of the engines: empty tables and queues of its own. */
export interface Ground {
  readonly patients: Table;
  readonly ledger: Table;
  readonly worklist: Table;
  readonly sqs: SQSClient;
  readonly urls: Readonly<Record<QueueName, string>>;
  /** The items that were put into the patients' table since they were last asked for, in order. */
  puts(): readonly Item[];
  close(): Promise<void>;
}

/** DynamoDB's and SQS's protocols on this machine; each run opens a ground of its own on them. */
export interface Engines {
  readonly name: string;
  open(): Promise<Ground>;
  stop(): Promise<void>;
}

export async function startEngines(): Promise<Engines> {
  const dynamodb = await startDynamoDb();
  const messaging = await startMessaging();
  const sqs = new SQSClient({ endpoint: messaging.endpoint, region: localRegion, credentials });
  const connection = { endpoint: dynamodb.endpoint, region: localRegion, credentials };
  let opened = 0;
  return {
    name: `${dynamodb.name} and ${messaging.name}`,
    async open() {
      opened += 1;
      const client = new DynamoDBClient(connection);
      const patients = { client, name: `patients-${opened}` };
      const ledger = { client, name: `ledger-${opened}` };
      const worklist = { client, name: `worklist-${opened}` };
      // A table with a stream grows slower with every write, and nobody reads it here.
      const { StreamSpecification: _, ...withoutStream } = patientTable(patients.name);
      await client.send(new CreateTableCommand(withoutStream));
      await client.send(new CreateTableCommand(ledgerTable(ledger.name)));
      await client.send(new CreateTableCommand(worklistTable(worklist.name)));
      const named = queueNames.map(async (name): Promise<[QueueName, string]> => {
        const queue = `${name}-${opened}`;
        await sqs.send(new CreateQueueCommand({ QueueName: queue }));
        return [name, messaging.queueUrl(queue)];
      });
      const urls = Object.fromEntries(await Promise.all(named)) as Ground["urls"];
      const puts = watchPuts(client, patients.name);
      return {
        ...{ patients, ledger, worklist, sqs, urls, puts },
        async close() {
          const tables = [patients.name, ledger.name, worklist.name];
          for (const TableName of tables) await client.send(new DeleteTableCommand({ TableName }));
          for (const QueueUrl of Object.values(urls)) {
            await sqs.send(new DeleteQueueCommand({ QueueUrl }));
          }
          client.destroy();
        },
      };
    },
    async stop() {
      sqs.destroy();
      await dynamodb.stop();
      await messaging.stop();
    },
  };
}

/** As the table's stream would: the new image of each put that the engine took. */
function watchPuts(client: DynamoDBClient, table: string): () => readonly Item[] {
  let items: Item[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const { TableName, Item } = args.input as Partial<PutItemCommandInput>;
      if (TableName === table && Item !== undefined) items.push(Item);
      return answer;
    },
    { step: "initialize", name: "watchPuts" },
  );
  return () => {
    const since = items;
    items = [];
    return since;
  };
}
