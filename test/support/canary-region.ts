import { createCampaignStore } from "../../shared/adapters/dynamodb/campaign-store.ts";
import { createLinkStore } from "../../shared/adapters/dynamodb/link-store.ts";
import { createOrganizationDirectory } from "../../shared/adapters/dynamodb/organization-directory.ts";
import { createPageStore } from "../../shared/adapters/dynamodb/page-store.ts";
import { createPointDirectory } from "../../shared/adapters/dynamodb/point-directory.ts";
import { createProfileStore } from "../../shared/adapters/dynamodb/profile-store.ts";
import { createRecordStore } from "../../shared/adapters/dynamodb/record-store.ts";
import { createAwsCall } from "../../shared/adapters/lean-aws/call.ts";
import { createPageKeeper } from "../../shared/adapters/lean-aws/page-keeper.ts";
import { linkDigest } from "../../shared/adapters/link-digest.ts";
import { createManualClock } from "../../shared/adapters/memory/clock.ts";
import { randomTokens } from "../../shared/adapters/random-tokens.ts";
import { systemClock } from "../../shared/adapters/system-clock.ts";
import type { PageMessage } from "../../shared/contracts/page-message.ts";
import type { Channel, ContactPoint } from "../../shared/domain/patient/contact-point.ts";
import { pointId } from "../../shared/domain/patient/point-id.ts";
import { reachability } from "../../shared/domain/patient/profile.ts";
import type { Command } from "../../shared/domain/record/command.ts";
import { dayMs, dayOf } from "../../shared/domain/time.ts";
import { createAct } from "../../shared/usecases/act.ts";
import { createMakeLink } from "../../shared/usecases/make-link.ts";
import { createReadRules } from "../../shared/usecases/read-rules.ts";
import { campaign } from "./a-campaign.ts";
import { oak, profile } from "./a-clinic.ts";
import { born, pageLink } from "./a-page.ts";
import { monday } from "./a-record.ts";
import { tokens } from "./a-staff-request.ts";
import { type AwsRecorder, startAws } from "./aws-recorder.ts";
import { canary } from "./canary.ts";
import {
  createLedgerTable,
  createPatientTable,
  createWorklistTable,
  startDynamodb,
  type TestDynamodb,
} from "./dynamodb.ts";

/** Texts and mails begin with one campaign, calls with the other. */
const byChannel: Readonly<Record<Channel, string>> = {
  sms: "screening/check",
  email: "screening/check",
  voice: "screening/call",
};

export interface CanaryPatient {
  readonly patient: string;
  readonly address: string;
}

export interface CanaryRegion {
  readonly aws: AwsRecorder;
  readonly dynamodb: TestDynamodb;
  /** What every function is told, by the names of the template. */
  readonly variables: Readonly<Record<string, string>>;
  /** A patient whose name, number and address are canaries. */
  admit(channel: Channel): Promise<CanaryPatient>;
  /** The same, with a contact on this channel that is due. */
  withDue(channel: Channel): Promise<CanaryPatient>;
  /** The token of a link in a mail to this patient. */
  link(patient: string): Promise<string>;
  /** The token of a page on which this patient answers a text. */
  page(patient: string): Promise<string>;
  /** What is on the queue once this patient has said on a page how to be reached. */
  saidOnPage(patient: string): Promise<PageMessage>;
  ask(patient: string, ...commands: readonly Command[]): ReturnType<ReturnType<typeof createAct>>;
  stop(): Promise<void>;
}

/** One region with its tables, its clinic and two campaigns, on an engine and a played AWS. */
export async function canaryRegion(): Promise<CanaryRegion> {
  const dynamodb = await startDynamodb();
  const aws = await startAws(dynamodb.endpoint);
  const table = { client: dynamodb.client, name: await createPatientTable(dynamodb.client) };
  const ledger = await createLedgerTable(dynamodb.client);
  const worklist = await createWorklistTable(dynamodb.client);
  const views = await createLedgerTable(dynamodb.client);
  const tables = { table: table.name, ledger, worklist, views };
  const variables = variablesOf(aws.endpoint, tables);
  const organizations = createOrganizationDirectory(table);
  const campaigns = createCampaignStore(table);
  const points = createPointDirectory(table);
  const profiles = createProfileStore(table);
  const records = createRecordStore({ table, shards: 1 });
  const clock = createManualClock(monday);
  const act = createAct({
    records,
    readRules: createReadRules({ campaigns, organizations, clock }),
  });
  await organizations.save(oak);
  await campaigns.publish("oak", campaign());
  await campaigns.publish("oak", campaign({ id: "screening/call", start: "call" }));
  let patients = 0;

  const admit = async (channel: Channel): Promise<CanaryPatient> => {
    patients += 1;
    const index = patients;
    const address = channel === "email" ? `${index}.${canary.mail}` : canary.phone(index);
    const point: ContactPoint = {
      id: pointId(address),
      kind: channel === "email" ? "email" : "mobile",
      address,
    };
    const { given, family } = canary;
    const about = { given, family, birthDate: born, points: [point] };
    const person = profile({ patient: `p-${index}`, ...about });
    await profiles.save(person);
    await points.link("oak", point.id, person.patient);
    const reach = reachability(person, { today: dayOf(monday, "America/New_York") });
    await act("oak", person.patient, () => [{ type: "change-profile", at: monday, reach }]);
    return { patient: person.patient, address };
  };

  const savedPage = async (patient: string) => {
    const token = randomTokens.next();
    const touch = `oak/${patient}/screening/check/2026-11-01/invite/1`;
    const expiresAt = systemClock.now() + 30 * dayMs;
    await createPageStore(table).save(token, pageLink({ patient, touch, expiresAt }));
    return token;
  };

  return {
    aws,
    dynamodb,
    variables,
    admit,
    async withDue(channel) {
      const admitted = await admit(channel);
      const ref = { campaign: byChannel[channel], version: 1 };
      const enroll = { type: "enroll", at: monday, ...ref, episode: "2026-11-01" } as const;
      await act("oak", admitted.patient, () => [enroll], [ref]);
      return admitted;
    },
    link: (patient) =>
      createMakeLink({ links: createLinkStore(table), tokens: randomTokens, clock })({
        organization: "oak",
        patient,
        touch: `oak/${patient}/screening/check/2026-11-01/invite/1`,
        language: "es",
      }),
    page: savedPage,
    async saidOnPage(patient) {
      const page = linkDigest(await savedPage(patient));
      const call = createAwsCall({ service: "dynamodb", variables });
      await createPageKeeper({ call, name: table.name }).say(page, { is: "call" });
      return { schema: "page.v1", page, word: "call" };
    },
    ask: (patient, ...commands) => act("oak", patient, () => commands),
    async stop() {
      await aws.stop();
      await dynamodb.stop();
    },
  };
}

function variablesOf(
  endpoint: string,
  {
    table,
    ledger,
    worklist,
    views,
  }: Readonly<Record<"table" | "ledger" | "worklist" | "views", string>>,
): Record<string, string> {
  const queues = ["sms", "email", "voice", "decide", "task", "urgent", "mirror", "enroll"];
  const more = ["import", "opt-outs", "unsubscribe", "page"];
  const url = (name: string) => `${endpoint}/000000000000/${name}`;
  return {
    ...Object.fromEntries(
      [...queues, ...more].map((name) => [
        `${name.toUpperCase().replace("-", "_")}_QUEUE_URL`,
        url(name),
      ]),
    ),
    DEAD_QUEUE_URL: url("dead"),
    TABLE_NAME: table,
    LEDGER_TABLE_NAME: ledger,
    WORKLIST_TABLE_NAME: worklist,
    VIEWS_TABLE_NAME: views,
    DUE_SHARDS: "1",
    ORGANIZATION_ID: "oak",
    IMPORT_BUCKET_NAME: "files",
    METRICS_NAMESPACE: "rounds-test",
    EPOCH: "1",
    RECIPIENTS: "everyone",
    TOKEN_ISSUER: tokens.issuer,
    TOKEN_AUDIENCE: tokens.audience,
    SMS_ORIGINATION_IDENTITY: "+12025550100",
    SMS_CONFIGURATION_SET: "rounds-test",
    SMS_OPT_OUT_LIST: "rounds-test",
    EMAIL_FROM: "Oak Clinic <care@oak.example>",
    EMAIL_CONFIGURATION_SET: "rounds-test",
    UNSUBSCRIBE_LINK: "https://oak.example/u/{token}",
    PAGE_LINK: "https://oak.example/a/{token}",
    CONNECT_INSTANCE_ID: "00000000-0000-4000-8000-000000000001",
    CONNECT_CALL_FLOW_ID: "00000000-0000-4000-8000-000000000002",
    CONNECT_TASK_FLOW_ID: "00000000-0000-4000-8000-000000000003",
    CONNECT_SOURCE_NUMBER: "+12025550101",
    CONNECT_TRAFFIC: "general",
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_MAX_ATTEMPTS: "1",
  };
}
