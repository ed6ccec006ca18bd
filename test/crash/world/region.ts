import { callAws } from "#local/engines/aws-json";
import { startDynamoDb } from "#local/engines/dynamodb";
import type { Engine } from "#local/engines/engine";
import { type MessagingEngine, startMessaging } from "#local/engines/fauxqs";
import { worklistTable } from "#support/dynamodb";
import { installSeam } from "../seam/seam.ts";
import { type Provider, startProvider } from "./provider.ts";
import { Queues, queueNames } from "./queues.ts";

/** The names that functions know their tables by; each case has others behind them. */
export const patientsTable = "patients";
export const ledgerTable = "ledger";
/** One for all cases: nothing is decided on what stands there. */
const worklist = "worklist";
export const bucket = "files";

/** The engines that stand for AWS while this process lives. */
export interface Region {
  readonly dynamodb: Engine;
  readonly messaging: MessagingEngine;
  readonly provider: Provider;
  readonly queues: Queues;
  stop(): Promise<void>;
}

export async function startRegion(): Promise<Region> {
  installSeam();
  const [dynamodb, messaging, provider] = await Promise.all([
    startDynamoDb(),
    startMessaging(),
    startProvider(),
  ]);
  messaging.server.createBucket(bucket);
  await callAws(dynamodb.endpoint, "DynamoDB_20120810.CreateTable", worklistTable(worklist));
  const queues = new Queues(messaging);
  Object.assign(process.env, variablesOf(dynamodb.endpoint, messaging, provider.url));
  return {
    ...{ dynamodb, messaging, provider, queues },
    async stop() {
      await Promise.all([provider.close(), messaging.stop(), dynamodb.stop()]);
    },
  };
}

/** What every function is told, by the names of the template. */
function variablesOf(dynamodb: string, messaging: MessagingEngine, provider: string) {
  const urls = queueNames.map((name) => [
    `${name.toUpperCase().replaceAll("-", "_")}_QUEUE_URL`,
    messaging.queueUrl(name),
  ]);
  return {
    ...Object.fromEntries(urls),
    TABLE_NAME: patientsTable,
    LEDGER_TABLE_NAME: ledgerTable,
    WORKLIST_TABLE_NAME: worklist,
    DUE_SHARDS: "1",
    ORGANIZATION_ID: "oak",
    IMPORT_BUCKET_NAME: bucket,
    METRICS_NAMESPACE: "rounds-crash",
    EPOCH: "1",
    RECIPIENTS: "everyone",
    SMS_ORIGINATION_IDENTITY: "+12025550100",
    SMS_CONFIGURATION_SET: "rounds-crash",
    SMS_OPT_OUT_LIST: "rounds-crash",
    EMAIL_FROM: "Oak Clinic <care@oak.example>",
    EMAIL_CONFIGURATION_SET: "rounds-crash",
    UNSUBSCRIBE_LINK: "https://oak.example/u/{token}",
    PAGE_LINK: "https://oak.example/a/{token}",
    CONNECT_INSTANCE_ID: "00000000-0000-4000-8000-000000000001",
    CONNECT_CALL_FLOW_ID: "00000000-0000-4000-8000-000000000002",
    CONNECT_TASK_FLOW_ID: "00000000-0000-4000-8000-000000000003",
    CONNECT_SOURCE_NUMBER: "+12025550101",
    CONNECT_TRAFFIC: "general",
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_SQS: messaging.endpoint,
    AWS_ENDPOINT_URL_S3: messaging.endpoint,
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: provider,
    AWS_ENDPOINT_URL_SESV2: provider,
    AWS_ENDPOINT_URL_CONNECT: provider,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  };
}
