import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { createCallDirectory } from "#adapters/dynamodb/call-directory";
import { createCampaignStore } from "#adapters/dynamodb/campaign-store";
import { createOrganizationDirectory } from "#adapters/dynamodb/organization-directory";
import { createPaceStore } from "#adapters/dynamodb/pace-store";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createRecordStore } from "#adapters/dynamodb/record-store";
import { createReplyStore } from "#adapters/dynamodb/reply-store";
import { createWorklist } from "#adapters/dynamodb/worklist";
import { createManualClock, type ManualClock } from "#adapters/memory/clock";
import {
  createMemoryCallPlacer,
  createMemoryEmailSender,
  createMemorySmsSender,
  createMemoryTaskDesk,
} from "#adapters/memory/provider";
import { loadPublished } from "#cli/published";
import { createSettling } from "#composition/settling";
import type { Instant } from "#domain/time";
import { environmentNamed } from "#infra/environments";
import { type MessagingEngine, startMessaging } from "#local/engines/fauxqs";
import { oakClinic } from "#local/organization";
import { patientTable, startDynamodb, type TestDynamodb, worklistTable } from "#support/dynamodb";
import { createAct } from "#usecases/act";
import { createReadRules } from "#usecases/read-rules";
import { Meter } from "./meter.ts";

export const shards = 2;

const worklist = "worklist";

/**
 * A region's tables and queues on engines of their own, with a clinic that runs one shipped
 * campaign. The clock is moved by hand; providers take everything at once.
 */
export interface BenchRegion {
  readonly meter: Meter;
  readonly clock: ManualClock;
  readonly dynamodb: TestDynamodb;
  readonly messaging: MessagingEngine;
  readonly sqs: SQSClient;
  /** The name of the patients' table. */
  readonly patients: string;
  readonly organization: string;
  readonly stores: ReturnType<typeof openStores>;
  readonly providers: ReturnType<typeof openProviders>;
  stop(): Promise<void>;
}

export async function startRegion(campaignId: string, begins: Instant): Promise<BenchRegion> {
  const dynamodb = await startDynamodb();
  const messaging = await startMessaging();
  const meter = new Meter();
  const client = new DynamoDBClient(dynamodb.connection);
  const sqs = new SQSClient({
    endpoint: messaging.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  meter.watchTables(client);
  meter.watchQueues(sqs);
  const patients = "patients";
  // Writes to a table with a stream grow slower here; its records are taken from the puts instead.
  const { StreamSpecification: _, ...table } = patientTable(patients);
  await client.send(new CreateTableCommand(table));
  await client.send(new CreateTableCommand(worklistTable(worklist)));
  const clock = createManualClock(begins);
  const stores = openStores(client, patients, clock);
  const { published } = loadPublished();
  const organization = oakClinic(environmentNamed("local"), published.notices);
  // All at once, so that the lanes are as full as a big campaign's.
  const policy = { ...organization.policy, spreadMinutes: 0 };
  await stores.organizations.save({ ...organization, policy });
  await stores.concepts.save(organization.id, published.concepts);
  const campaign = published.campaigns.find(({ id }) => id === campaignId);
  if (campaign === undefined) throw new Error(`no campaign ${campaignId}`);
  await stores.campaigns.publish(organization.id, { ...campaign, holdout: 0 });
  return {
    ...{ meter, clock, dynamodb, messaging, sqs, stores },
    patients,
    organization: organization.id,
    providers: openProviders(),
    async stop() {
      sqs.destroy();
      client.destroy();
      await messaging.stop();
      await dynamodb.stop();
    },
  };
}

function openStores(client: DynamoDBClient, name: string, clock: ManualClock) {
  const table = { client, name };
  const campaigns = createCampaignStore(table);
  const organizations = createOrganizationDirectory(table);
  const records = createRecordStore({ table, shards });
  const act = createAct({
    records,
    readRules: createReadRules({ campaigns, organizations, clock }),
  });
  const engine = { table, clock, campaigns, organizations, records, act };
  return {
    ...engine,
    ...createSettling(engine),
    points: createPointDirectory(table),
    paces: createPaceStore(table),
    calls: createCallDirectory(table),
    worklist: createWorklist({ client, name: worklist }),
    replies: createReplyStore(table),
  };
}

function openProviders() {
  return {
    sms: createMemorySmsSender(),
    email: createMemoryEmailSender(),
    voice: createMemoryCallPlacer(),
    desk: createMemoryTaskDesk(),
  };
}
