import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCallDirectory } from "#adapters/dynamodb/call-directory";
import { createCampaignStore } from "#adapters/dynamodb/campaign-store";
import { createDraftStore } from "#adapters/dynamodb/draft-store";
import { createEligibilityIndex } from "#adapters/dynamodb/eligibility-index";
import { createFactStore } from "#adapters/dynamodb/fact-store";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import { createLinkStore } from "#adapters/dynamodb/link-store";
import { createNoteStore } from "#adapters/dynamodb/note-store";
import { createOrganizationDirectory } from "#adapters/dynamodb/organization-directory";
import { createOriginStore } from "#adapters/dynamodb/origin-store";
import { createPaceStore } from "#adapters/dynamodb/pace-store";
import { createPatientDirectory } from "#adapters/dynamodb/patient-directory";
import { createPersonIndex } from "#adapters/dynamodb/person-index";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { ledgerRowsIn } from "#adapters/dynamodb/record-item";
import { createRecordStore } from "#adapters/dynamodb/record-store";
import { createReplyStore } from "#adapters/dynamodb/reply-store";
import { createResolutionStore } from "#adapters/dynamodb/resolution-store";
import { createStaffRoster } from "#adapters/dynamodb/staff-roster";
import type { Table } from "#adapters/dynamodb/table";
import { createViewLog } from "#adapters/dynamodb/view-log";
import { createWorklist } from "#adapters/dynamodb/worklist";
import { newRecord } from "#domain/record/new-record";
import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import {
  createLedgerTable,
  createPatientTable,
  createWorklistTable,
  hasDynamodb,
  startDynamodb,
  type TestDynamodb,
} from "../support/dynamodb.ts";
import { draftStoreContract, originStoreContract } from "./contract/campaign-work.ts";
import {
  callDirectoryContract,
  campaignStoreContract,
  organizationDirectoryContract,
  pointDirectoryContract,
} from "./contract/directories.ts";
import { ledgerStoreContract } from "./contract/ledger-store.ts";
import { linkStoreContract } from "./contract/link-store.ts";
import { paceStoreContract } from "./contract/pace-store.ts";
import {
  eligibilityContract,
  factStoreContract,
  patientDirectoryContract,
  personIndexContract,
  profileStoreContract,
  replyStoreContract,
  resolutionStoreContract,
} from "./contract/patient-stores.ts";
import { recordStoreContract } from "./contract/record-store.ts";
import {
  noteStoreContract,
  staffRosterContract,
  viewLogContract,
} from "./contract/staff-stores.ts";
import { worklistContract } from "./contract/worklist.ts";

describe.skipIf(!hasDynamodb)("in DynamoDB", () => {
  let engine: TestDynamodb;
  let patients: Table;
  let ledger: Table;
  let staffWork: Table;

  beforeAll(async () => {
    engine = await startDynamodb();
    const { client } = engine;
    patients = { client, name: await createPatientTable(client) };
    ledger = { client, name: await createLedgerTable(client) };
    staffWork = { client, name: await createWorklistTable(client) };
  });
  afterAll(() => engine.stop());

  recordStoreContract(() => createRecordStore({ table: patients, shards: 4 }));

  it("a write whose answer was lost stands, though the SDK asks a second time", async () => {
    const client = new DynamoDBClient({ ...engine.connection });
    let isLost = true;
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        if (!isLost) return answer;
        isLost = false;
        throw Object.assign(new Error("lost"), { name: "TimeoutError", $retryable: {} });
      },
      { step: "finalizeRequest", priority: "low", name: "loseTheFirstAnswer" },
    );
    const store = createRecordStore({ table: { client, name: patients.name }, shards: 4 });
    const before = newRecord("oak", "lost-answer");
    const after = { ...before, revision: 1 };
    await store.append({ before, after, events: [], inputs: "digest" });
    expect(isLost).toBe(false);
    expect((await store.load("oak", "lost-answer"))?.revision).toBe(1);
    client.destroy();
  });

  profileStoreContract(() => createProfileStore(patients));
  personIndexContract(() => ({ ...createProfileStore(patients), ...createPersonIndex(patients) }));
  patientDirectoryContract(() => ({
    ...createProfileStore(patients),
    ...createPatientDirectory(patients),
  }));
  resolutionStoreContract(() => createResolutionStore(patients));
  factStoreContract(() => createFactStore(patients));
  eligibilityContract(() => createEligibilityIndex(patients));
  replyStoreContract(() => createReplyStore(patients));
  pointDirectoryContract(() => createPointDirectory(patients));

  it("a stop of before its evidence was kept stands for everything, until START", async () => {
    const directory = createPointDirectory(patients);
    await engine.client.send(
      new PutItemCommand({
        TableName: patients.name,
        Item: { pk: { S: "old#point#p1" }, sk: { S: "point" }, stopped: { BOOL: true } },
      }),
    );
    const before = await directory.owners("old", "p1");
    expect(before.stops).toMatchObject([{ via: "sms", evidence: { by: "other-owner" } }]);
    expect(before.stops[0]).not.toHaveProperty("scope");
    await directory.start("old", "p1", 1000);
    expect((await directory.owners("old", "p1")).stops).toEqual([]);
  });

  callDirectoryContract(() => createCallDirectory(patients));
  campaignStoreContract(() => createCampaignStore(patients));
  draftStoreContract(() => createDraftStore(patients));
  originStoreContract(() => ({
    campaigns: createCampaignStore(patients),
    origins: createOriginStore(patients),
  }));
  organizationDirectoryContract(() => createOrganizationDirectory(patients));
  paceStoreContract(() => createPaceStore(patients));
  linkStoreContract(() => createLinkStore(patients));
  ledgerStoreContract(() => createLedgerStore(ledger));
  describe("where each batch is folded at once", () => {
    ledgerStoreContract(() => createLedgerStore(ledger, { isTurnToFold: () => true }));
  });
  worklistContract(() => createWorklist(staffWork));
  noteStoreContract(() => createNoteStore(staffWork));
  staffRosterContract(() => createStaffRoster(staffWork));
  viewLogContract(() => createViewLog(ledger));

  it("a record's item holds the events of its last write, from which the ledger is made", async () => {
    const store = createRecordStore({ table: patients, shards: 4 });
    const before = newRecord("stream", "p1");
    const event = { type: "opted-out", at: 1000, via: "sms" } as const;
    await store.append({
      before,
      after: { ...before, revision: 1 },
      events: [event, event],
      inputs: "digest",
    });
    const Key = { pk: { S: "stream#p1" }, sk: { S: "record" } };
    const { Item } = await engine.client.send(
      new GetItemCommand({ TableName: patients.name, Key }),
    );
    const common = { organization: "stream", patient: "p1", revision: 1, inputs: "digest", event };
    expect(ledgerRowsIn(Item ?? {})).toEqual([
      { ...common, index: 0 },
      { ...common, index: 1 },
    ]);
    expect(ledgerRowsIn({ pk: { S: "stream#p1" }, sk: { S: "profile" } })).toEqual([]);
  });

  it("an id that would break a key is refused before it is used", async () => {
    const store = createRecordStore({ table: patients, shards: 4 });
    await expect(store.load("oak", "p1#record")).rejects.toBeInstanceOf(Unrecoverable);
    await expect(store.load("", "p1")).rejects.toBeInstanceOf(Unrecoverable);
  });

  it("a table that is not there is beyond repeating, and the error says no more", async () => {
    const store = createRecordStore({ table: { ...patients, name: "nowhere" }, shards: 4 });
    const error = await store.load("oak", "p1").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Unrecoverable);
    expect(error).toMatchObject({ code: "dynamodb/ResourceNotFoundException" });
  });

  it("a table that does not answer is tried again later", async () => {
    const { DynamoDBClient } = await import("@aws-sdk/client-dynamodb");
    const client = new DynamoDBClient({
      endpoint: "http://127.0.0.1:9",
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      maxAttempts: 1,
    });
    const store = createProfileStore({ client, name: "patients" });
    await expect(store.load("oak", "p1")).rejects.toBeInstanceOf(TryAgain);
  });
});
