import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { withRim } from "#composition/rim";
import type { Channel } from "#domain/patient/contact-point";
import { type FunctionName, functionNames } from "#infra/function-names";
import { createLogger } from "#observability/logger";
import { filesAt } from "#support/repository";
import { rightDate, wrongDate } from "../support/a-page.ts";
import { pageRequest } from "../support/a-page-request.ts";
import { monday, reply } from "../support/a-record.ts";
import { staffRequest } from "../support/a-staff-request.ts";
import type { AwsCall, AwsService } from "../support/aws-recorder.ts";
import { canary, type Overheard, overhear, tracesIn } from "../support/canary.ts";
import { type CanaryRegion, canaryRegion } from "../support/canary-region.ts";
import { hasDynamodb } from "../support/dynamodb.ts";
import { dispense, ndjson, patient as person } from "../support/fhir.ts";
import { batch, rim } from "../support/lambda.ts";

/** How one function is driven with a patient's information. */
interface Case {
  /** The events of one working day, each of which leads to the call. */
  readonly events: (region: CanaryRegion) => Promise<readonly unknown[]>;
  /** What must have been called, or the case would prove nothing. */
  readonly reaches: readonly [service: AwsService, operation: string];
  /** Something that no contract fits, with a patient's words in it. */
  readonly poison: unknown;
  /** The services that fail one after the other, besides the table. */
  readonly fails?: readonly AwsService[];
  /** What it puts aside holds what came in, and that may be a patient's own words. */
  readonly takesWords?: true;
}

const due = (patient: string, lane: string) => ({
  schema: "due.v1",
  organization: "oak",
  patient,
  lane,
  dueAt: monday,
});
const queued = (...bodies: readonly unknown[]) => batch(bodies, 5);
const noise = { okapi: canary.words, phone: canary.phone(99) };
const poisoned = queued(`not json: ${canary.words}`, noise);

function sender(channel: Channel, service: AwsService, operation: string): Case {
  return {
    events: async (region) => {
      const { patient } = await region.withDue(channel);
      return [queued(due(patient, channel))];
    },
    reaches: [service, operation],
    poison: poisoned,
    fails: [service, "sqs"],
  };
}

function putFile(region: CanaryRegion, key: string, text: string): unknown {
  region.aws.files.set(key, text);
  const s3 = { bucket: { name: "files" }, object: { key } };
  const eventTime = new Date(monday - 1_000).toISOString();
  return queued({ Records: [{ eventName: "ObjectCreated:Put", eventTime, s3 }] });
}

const inboundText = (address: string, text: string) => ({
  originationNumber: address,
  destinationNumber: "+12025550100",
  messageKeyword: "KEYWORD",
  messageBody: text,
  inboundMessageId: `in-${address.slice(-2)}-${text.length}`,
});

const inboundMail = (address: string) => ({
  notificationType: "Received",
  mail: {
    messageId: "mail-in",
    source: address,
    timestamp: new Date(monday).toISOString(),
    destination: ["care@oak.example"],
    headers: [{ name: "Subject", value: canary.words }],
    commonHeaders: {
      from: [`${canary.given} <${address}>`],
      to: ["care@oak.example"],
      subject: canary.words,
    },
  },
  receipt: {
    recipients: ["care@oak.example"],
    spamVerdict: { status: "PASS" },
    virusVerdict: { status: "PASS" },
    spfVerdict: { status: "PASS" },
    dkimVerdict: { status: "PASS" },
    dmarcVerdict: { status: "PASS" },
  },
  content: `From: ${address}\r\nContent-Type: text/plain\r\n\r\n${canary.words}`,
});

const keyPressed = (address: string, digit: string) => ({
  Details: {
    ContactData: {
      ContactId: "call-1",
      InitiationMethod: "INBOUND",
      CustomerEndpoint: { Address: address },
      SystemEndpoint: { Address: "+12025550100" },
    },
    Parameters: { digit, said: canary.words },
  },
});

/** Three kinds of reports, with the address they are about. */
const reports = (address: string, touch: string) => [
  {
    eventType: "TEXT_CARRIER_BLOCKED",
    eventTimestamp: monday,
    messageId: "out-1",
    destinationPhoneNumber: address,
    messageStatusDescription: `Refused: ${canary.words} to ${address}`,
    isFinal: true,
    context: { touch },
  },
  {
    notificationType: "Complaint",
    mail: { messageId: "m", source: "Oak <care@oak.example>", destination: [canary.mail] },
    complaint: { complainedRecipients: [{ emailAddress: canary.mail }] },
  },
  {
    source: "aws.connect",
    "detail-type": "Amazon Connect Contact Event",
    time: new Date(monday).toISOString(),
    detail: {
      eventType: "DISCONNECTED",
      contactId: "contact-1",
      channel: "VOICE",
      customerEndpoint: { address },
      attributes: { touch, said: canary.words },
    },
  },
];

async function streamImages({ dynamodb, variables }: CanaryRegion): Promise<unknown> {
  const TableName = variables["TABLE_NAME"] ?? "";
  const { Items = [] } = await dynamodb.client.send(new ScanCommand({ TableName }));
  const records = Items.filter(({ events }) => events !== undefined);
  return {
    Records: records.map((NewImage, index) => ({
      dynamodb: { NewImage, SequenceNumber: String(index) },
    })),
  };
}

const cases: Readonly<Record<FunctionName, Case>> = {
  "import-patients": {
    events: async (region) => {
      const one = person({
        name: [{ family: canary.family, given: [canary.given] }],
        birthDate: canary.birthDate,
        identifier: [{ system: "urn:mrn", value: canary.record }],
        telecom: [{ system: "phone", value: canary.phone(98), use: "mobile" }],
      });
      const medicine = { text: canary.medicine, coding: [{ code: "1", display: canary.medicine }] };
      const fill = dispense({ medicationCodeableConcept: medicine });
      const bad = { resourceType: "Patient", id: canary.words, name: [{ family: canary.family }] };
      const text = ndjson(one, fill, bad, `broken line of ${canary.family} "`);
      return [putFile(region, "incoming/today.ndjson", text)];
    },
    reaches: ["s3", "PUT"],
    poison: poisoned,
    fails: ["s3", "sqs"],
  },
  "import-opt-outs": {
    events: async (region) => {
      const rows = [
        `${canary.phone(97)},${canary.words}`,
        `${canary.mail},x`,
        `${canary.family},"`,
      ];
      const text = `address,source\n${rows.join("\n")}\n`;
      return [
        putFile(region, "opt-outs/old.csv", text),
        putFile(region, "opt-outs/no-header.csv", rows.join("\n")),
      ];
    },
    reaches: ["s3", "PUT"],
    poison: poisoned,
    fails: ["s3", "sqs"],
  },
  "select-patients": {
    events: async (region) => {
      await region.withDue("sms");
      return [{ schema: "select.v1", organization: "oak" }];
    },
    reaches: ["dynamodb", "Query"],
    poison: { schema: "select.v1", organization: canary.words },
    fails: ["sqs"],
  },
  "enroll-patient": {
    events: async (region) => {
      const { patient } = await region.admit("sms");
      const enroll = { schema: "enroll.v1", organization: "oak", patient };
      return [queued({ ...enroll, campaign: "screening/check", version: 1, on: 20_787 })];
    },
    reaches: ["dynamodb", "GetItem"],
    poison: poisoned,
    fails: ["sqs"],
  },
  "release-due": {
    events: async (region) => {
      await region.withDue("sms");
      return [{ schema: "release.v1" }];
    },
    reaches: ["sqs", "SendMessageBatch"],
    poison: noise,
    fails: ["sqs"],
  },
  "send-sms": sender("sms", "sms", "SendTextMessage"),
  "send-email": sender("email", "ses", "POST"),
  "place-call": sender("voice", "connect", "PUT"),
  advance: {
    events: async (region) => {
      const { patient } = await region.withDue("sms");
      await region.ask(patient, { type: "claim", at: monday - 3_600_000, channel: "sms" });
      return [queued(due(patient, "decide"))];
    },
    reaches: ["dynamodb", "GetItem"],
    poison: poisoned,
    fails: ["sqs"],
  },
  "receive-sms": {
    events: async (region) => {
      const { address } = await region.withDue("sms");
      const texts = [canary.words, `STOP ${canary.words}`, `START`];
      return [
        ...texts.map((text) => queued(inboundText(address, text))),
        // Nobody's number, and a line that is not ours.
        queued(inboundText(canary.phone(96), canary.words)),
        queued({ ...inboundText(address, canary.words), destinationNumber: canary.phone(95) }),
      ];
    },
    reaches: ["sqs", "SendMessageBatch"],
    poison: poisoned,
    fails: ["sqs", "sms"],
    takesWords: true,
  },
  "receive-call": {
    events: async (region) => {
      const { address } = await region.withDue("voice");
      return ["0", "9", "5"].map((digit) => keyPressed(address, digit));
    },
    reaches: ["sqs", "SendMessageBatch"],
    poison: { Details: { ContactData: noise, Parameters: noise } },
    fails: ["sqs"],
  },
  "receive-email": {
    events: async (region) => {
      const { address, patient } = await region.withDue("email");
      return [queued(inboundMail(address)), queued(await region.saidOnPage(patient))];
    },
    reaches: ["sqs", "SendMessageBatch"],
    poison: poisoned,
    fails: ["sqs"],
    takesWords: true,
  },
  "patient-page": {
    events: async (region) => {
      const { patient } = await region.admit("email");
      const token = await region.link(patient);
      const asked = (method: string) => pageRequest({ method, token, body: canary.words });
      const answered = await region.page(patient);
      const form = (fields: Record<string, string>) => ({
        ...({ page: "a", method: "POST", token: answered } as const),
        body: new URLSearchParams({
          ...fields,
          answer: canary.words,
          said: canary.family,
        }).toString(),
      });
      return [
        ...["GET", "POST", "DELETE"].map(asked),
        pageRequest(form({ do: "birth-date", ...wrongDate })),
        pageRequest(form({ do: "birth-date", ...rightDate })),
        pageRequest(form({ do: "answer", proof: canary.words })),
        pageRequest(form({ do: "stop" })),
      ];
    },
    reaches: ["sqs", "SendMessage"],
    poison: pageRequest({ method: "POST", token: `${canary.family}/${canary.mail}` }),
    fails: ["sqs"],
  },
  "receive-receipt": {
    events: async (region) => {
      const { patient, address } = await region.withDue("sms");
      const touch = `oak/${patient}/screening/check/2026-11-01/invite/1`;
      const unsubscribe = { schema: "unsubscribe.v1", touch };
      return [...reports(address, touch), unsubscribe].map((report) => queued(report));
    },
    reaches: ["dynamodb", "GetItem"],
    poison: poisoned,
    fails: ["sqs"],
    takesWords: true,
  },
  "mirror-opt-outs": {
    events: async (region) => {
      const { patient } = await region.admit("sms");
      await region.ask(patient, { type: "opt-out", at: monday - 90_000, via: "email" });
      return [queued({ schema: "mirror.v1", organization: "oak", patient })];
    },
    reaches: ["sms", "PutOptedOutNumber"],
    poison: poisoned,
    fails: ["sms", "sqs"],
  },
  "publish-ledger": {
    events: async (region) => {
      await region.withDue("sms");
      return [await streamImages(region)];
    },
    reaches: ["dynamodb", "TransactWriteItems"],
    poison: {
      Records: [
        { dynamodb: { NewImage: { sk: { S: "record" }, pk: { S: canary.words }, events: noise } } },
        { dynamodb: { NewImage: { sk: { S: "record" }, pk: { S: "oak#p" }, events: { S: "{" } } } },
      ],
    },
  },
  "raise-task": {
    events: async (region) => {
      const { patient } = await region.admit("sms");
      const { events } = await region.ask(patient, reply(monday, { tier: "T1" }));
      const opened = events.find((event) => event.type === "escalated");
      const urgent = { schema: "urgent.v1", organization: "oak", patient };
      return [queued({ ...urgent, task: opened?.task.id })];
    },
    reaches: ["connect", "PUT"],
    poison: poisoned,
    fails: ["connect", "sqs"],
  },
  "staff-api": {
    events: async (region) => {
      const { patient, address } = await region.admit("sms");
      await region.ask(patient, reply(monday, { tier: "T1" }));
      const claims = { name: canary.given, email: canary.mail };
      const ask = (route: string) => ({
        ...staffRequest({ route, claims }),
        rawQueryString: `patient=${canary.words}`,
        pathParameters: { patient: canary.family },
      });
      const agent = (route: string, body?: object) => ({
        ...staffRequest({ route, claims, groups: "[agent]", ...(body ? { body } : {}) }),
        pathParameters: route.includes("{patient}") ? { patient } : {},
      });
      const evidence = { kind: "call", reference: "c-1" };
      const permissions = "POST /v1/patients/{patient}/permissions";
      return [
        ask("GET /v1/me"),
        ask("GET /v1/campaigns"),
        ask(`GET /v1/${canary.family}`),
        agent("GET /v1/patients/{patient}"),
        agent("GET /v1/patients/{patient}/timeline"),
        agent("POST /v1/patients/search", { by: "phone", phone: address }),
        agent("POST /v1/patients/search", { by: "name", family: canary.family }),
        agent(permissions, { change: "opt-out", scope: {}, evidence }),
        agent(permissions, { change: canary.words, scope: {}, evidence }),
      ];
    },
    reaches: ["dynamodb", "Query"],
    poison: { version: canary.words, body: canary.words },
  },
  "halt-channel": {
    events: async () => {
      const state = { value: "ALARM", reason: canary.words };
      return [{ alarmData: { alarmName: "rounds-test-too-many-sms", state } }];
    },
    reaches: ["dynamodb", "PutItem"],
    poison: { alarmData: { alarmName: canary.words, state: { value: "ALARM" } } },
  },
};

type Handler = (event: unknown, context: object) => Promise<unknown>;

describe.skipIf(!hasDynamodb)("a patient's name, number, address, words, medicine", () => {
  let region: CanaryRegion;
  const before = { ...process.env };

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: monday });
    region = await canaryRegion();
    Object.assign(process.env, region.variables);
  });
  afterAll(async () => {
    process.env = before;
    vi.useRealTimers();
    await region.stop();
  });

  /** Runs one event as Lambda would, and says what was heard and called meanwhile. */
  async function run(name: FunctionName, event: unknown) {
    const { handler } = (await import(`../../functions/${name}/index.ts`)) as { handler: Handler };
    const from = region.aws.calls.length;
    const heard = await overhear(() => handler(event, {}));
    return { ...heard, calls: region.aws.calls.slice(from) };
  }

  it.each(functionNames)(
    "is nowhere in what %s says when all goes well",
    async (name) => {
      const { events, reaches } = cases[name];
      const runs: Awaited<ReturnType<typeof run>>[] = [];
      for (const event of await events(region)) runs.push(await run(name, event));
      for (const one of runs) expectSilent(one);
      const [service, operation] = reaches;
      const calls = runs.flatMap((one) => one.calls);
      expect(calls.map((call) => `${call.service} ${call.operation}`)).toContain(
        `${service} ${operation}`,
      );
      expectIdsOnly(calls, cases[name]);
    },
    30_000,
  );

  it.each(functionNames)(
    "is nowhere in what %s says of what it cannot read",
    async (name) => {
      const one = await run(name, cases[name].poison);
      expectSilent(one);
      expectAttributesSilent(one.calls);
    },
    30_000,
  );

  const failures = functionNames.flatMap((name) =>
    (["dynamodb", ...(cases[name].fails ?? [])] as const).map(
      (service) => [name, service] as const,
    ),
  );
  it.each(failures)(
    "is nowhere in what %s says when %s fails and quotes what it was given",
    async (name, service) => {
      const events = await cases[name].events(region);
      region.aws.refusing.add(service);
      try {
        for (const event of events) {
          const one = await run(name, event);
          expectSilent(one);
          expectAttributesSilent(one.calls);
        }
      } finally {
        region.aws.refusing.delete(service);
      }
    },
    30_000,
  );
});

/** Neither in the log, nor in metrics, nor in what was thrown. */
function expectSilent({ said }: Overheard): void {
  expect(said.flatMap(tracesIn)).toEqual([]);
}

/** Neither in a queue's name nor in anything that goes with a body; nor in any address that is called. */
function expectAttributesSilent(calls: readonly AwsCall[]): void {
  const around = calls.map(({ service, path, body }) =>
    service === "sqs" ? path + JSON.stringify(JSON.parse(body), withoutBody) : path,
  );
  expect(around.flatMap(tracesIn)).toEqual([]);
}

function withoutBody(key: string, value: unknown): unknown {
  return key === "MessageBody" ? undefined : value;
}

/**
 * Work between functions names patients by their ids. What is put aside is what came in: patients'
 * own words lie in the dead-letter queues of the functions that hear them, and nowhere else.
 */
function expectIdsOnly(calls: readonly AwsCall[], { takesWords }: Case): void {
  expectAttributesSilent(calls);
  const bodies = calls.filter(({ service, body }) => service === "sqs" && !isOf("dead", body));
  expect(bodies.flatMap(({ body }) => tracesIn(body))).toEqual([]);
  if (takesWords) return;
  const dead = calls.filter(({ service, body }) => service === "sqs" && isOf("dead", body));
  expect(dead.flatMap(({ body }) => tracesIn(body))).toEqual([]);
  const beside = calls.flatMap(besideTheMessage);
  expect(beside.flatMap(tracesIn)).toEqual([]);
}

function isOf(queue: string, body: string): boolean {
  const { QueueUrl } = JSON.parse(body) as { readonly QueueUrl: string };
  return QueueUrl.endsWith(`/${queue}`);
}

/** What providers keep and show beside a message: contexts, tags, the attributes of tasks. */
function besideTheMessage({ service, body, path }: AwsCall): readonly string[] {
  if (service === "connect" && path.startsWith("/contact/task")) return [body];
  if (service !== "sms" && service !== "ses") return [];
  const { Context, EmailTags } = JSON.parse(body) as Record<string, unknown>;
  return [JSON.stringify([Context, EmailTags])];
}

describe("the canary", () => {
  it("is driven through every function that is there", () => {
    const folders = new Set(filesAt("functions/*/index.ts").map((file) => file.split("/")[1]));
    expect(Object.keys(cases).toSorted()).toEqual([...folders].toSorted());
  });

  it("is heard wherever somebody says it: in a log, on stdout, in an error", async () => {
    const heard = async (careless: () => void) => {
      const { said } = await overhear(async () => careless());
      return said.flatMap(tracesIn).length;
    };
    expect(await heard(() => console.log({ text: { deep: canary.words } }))).toBeGreaterThan(0);
    expect(await heard(() => process.stdout.write(canary.phone(3)))).toBeGreaterThan(0);
    expect(await heard(() => console.error(new Error(canary.family)))).toBeGreaterThan(0);
    expect(
      await heard(() => {
        throw Object.assign(new Error("refused"), { request: { to: "(617) 555-0112" } });
      }),
    ).toBeGreaterThan(0);
    expect(await heard(() => console.log("p-1", monday, "+12025550100"))).toBe(0);
  });

  it("does not leave with an error that is not ours: the service would write its words", async () => {
    const edge = rim();
    const handler = withRim(async () => JSON.parse(`{${canary.words}}`), {
      log: createLogger({ write: () => undefined }),
      meter: edge.meter,
    });
    const { said, thrown } = await overhear(() => handler({}, {} as never));
    expect(said.flatMap(tracesIn)).toEqual([]);
    expect(thrown).toMatchObject({ message: "unexpected/SyntaxError" });
    expect((thrown as Error).stack).toMatch(/at .*canary\.test\.ts/);
  });
});
