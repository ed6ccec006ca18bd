import { type AttributeValue, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { createCallDirectory } from "#adapters/dynamodb/call-directory";
import { createCampaignStore } from "#adapters/dynamodb/campaign-store";
import { createConceptStore } from "#adapters/dynamodb/concept-store";
import { createEligibilityIndex } from "#adapters/dynamodb/eligibility-index";
import { createFactStore } from "#adapters/dynamodb/fact-store";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import { createOrganizationDirectory } from "#adapters/dynamodb/organization-directory";
import { createPaceStore } from "#adapters/dynamodb/pace-store";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createProfileStore } from "#adapters/dynamodb/profile-store";
import { createRecordStore } from "#adapters/dynamodb/record-store";
import { createReplyStore } from "#adapters/dynamodb/reply-store";
import { createResolutionStore } from "#adapters/dynamodb/resolution-store";
import type { Table } from "#adapters/dynamodb/table";
import { lanes } from "#domain/record/due";
import {
  createLedgerTable,
  createPatientTable,
  startDynamodb,
  type TestDynamodb,
} from "#support/dynamodb";

export type StoredClinic = Awaited<ReturnType<typeof openStoredClinic>>;

/** An item as the table has it, in DynamoDB's own JSON. */
export type StoredItem = Record<string, AttributeValue>;

/** Ids that every release's fixtures use, so that each is read in the same way. */
export const known = {
  organization: "oak",
  campaign: "screening/mammogram",
  patients: 40,
  point: "p-mobile",
  line: "+12025550100",
  contact: "contact-1",
} as const;

export const patientName = (index: number): string => `patient-${index}`;

/** All that the engine keeps, on a DynamoDB engine of its own. */
export async function openStoredClinic() {
  const engine: TestDynamodb = await startDynamodb();
  const { client } = engine;
  const patients: Table = { client, name: await createPatientTable(client) };
  const ledger: Table = { client, name: await createLedgerTable(client) };
  const tables = { patients, ledger };
  return {
    stop: () => engine.stop(),
    records: createRecordStore({ table: patients, shards: 1 }),
    profiles: createProfileStore(patients),
    facts: createFactStore(patients),
    eligibility: createEligibilityIndex(patients),
    campaigns: createCampaignStore(patients),
    concepts: createConceptStore(patients),
    organizations: createOrganizationDirectory(patients),
    resolutions: createResolutionStore(patients),
    points: createPointDirectory(patients),
    replies: createReplyStore(patients),
    calls: createCallDirectory(patients),
    paces: createPaceStore(patients),
    ledger: createLedgerStore(ledger),
    /** Every item of a table, in the order of its keys. */
    async items(table: keyof typeof tables): Promise<readonly StoredItem[]> {
      const { name } = tables[table];
      const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
      const keyOf = ({ pk, sk }: StoredItem) => `${pk?.S}\n${sk?.S}`;
      return Items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    },
    async put(table: keyof typeof tables, Item: StoredItem): Promise<void> {
      await client.send(new PutItemCommand({ TableName: tables[table].name, Item }));
    },
  };
}

/** All that is kept, as the engine reads it. Plain JSON. */
export async function readAll(clinic: StoredClinic): Promise<object> {
  const { organization, campaign, point, line, contact } = known;
  const patients = Array.from({ length: known.patients }, (_, index) => patientName(index));
  const [patient = ""] = patients;
  const rows = [];
  for await (const row of clinic.ledger.all(organization)) rows.push(row);
  const far = Number.MAX_SAFE_INTEGER;
  const due = await Promise.all(lanes.map((lane) => clinic.records.due(lane, 0, far, 100)));
  const read = {
    records: await Promise.all(patients.map((one) => clinic.records.load(organization, one))),
    due: due.flat().toSorted((a, b) => (a.patient < b.patient ? -1 : 1)),
    profiles: await Promise.all(
      patients.slice(0, 3).map((one) => clinic.profiles.load(organization, one)),
    ),
    facts: await clinic.facts.load(organization, patient),
    eligibility: await clinic.eligibility.entry(organization, patient, campaign),
    campaign: await clinic.campaigns.version(organization, campaign, 1),
    controls: await clinic.campaigns.live(organization),
    concepts: await clinic.concepts.load(organization),
    organization: await clinic.organizations.load(organization),
    ofLine: await clinic.organizations.ofLine(line),
    halts: await clinic.organizations.halts(organization),
    epoch: await clinic.organizations.epoch(organization),
    resolution: await clinic.resolutions.current(organization),
    owners: await clinic.points.owners(organization, point),
    ascribed: await clinic.points.ascribe(organization, point, "reply-1", "nobody"),
    replies: await clinic.replies.of(organization, patient),
    call: await clinic.calls.touchOf(contact),
    slowing: await clinic.paces.slowing("sms"),
    sent: await clinic.paces.sentSince("sms", 0),
    rows: rows.toSorted((a, b) => a.revision - b.revision),
    reach: await clinic.ledger.reach(organization),
  };
  return JSON.parse(JSON.stringify(read));
}
