import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { FhirResource, Patient } from "fhir/r4";
import { createPageStore } from "#adapters/dynamodb/page-store";
import { readConcepts } from "#adapters/files/concept-files";
import { loadNotices } from "#adapters/files/notice-files";
import { randomTokens } from "#adapters/random-tokens";
import { loadCampaign } from "#cli/campaign-files";
import { writtenIn } from "#cli/written";
import type { ContactPointKind } from "#domain/patient/contact-point";
import type { Profile } from "#domain/patient/profile";
import { parseTouchKey } from "#domain/record/touch";
import { dayMs, dayOf, dayParts, formatDay, minuteMs } from "#domain/time";
import { handInOptOuts } from "#local/hand-in-opt-outs";
import { type LivedRun, liveRounds } from "#local/run";
import { pageLink, proofIn } from "#support/a-page";
import { agentAt } from "#support/agents-day";
import { askStaffApi } from "#support/ask-staff-api";
import { firstDay, writeSmallClinic } from "#support/small-clinic";

const clinicLine = "+12025550100";
const calledLine = "+12025550101";
const clinicMailbox = "care@oak-clinic.example";

const three = ["lab-reminder/hba1c", "medication-adherence/statin-refill", "screening/mammogram"];

/**
 * Days on the local stack in which every function has all of its work: phones and mailboxes are
 * shared, a file has a line that cannot be read, patients opt out on every channel and in again,
 * somebody is in danger, a mail is complained about, one is stopped by one click, a list of opt-outs is handed in, staff look at
 * their campaigns and publish one, an agent works on a task, and in the end texts are halted for being far too many.
 */
export async function liveBusyDays(folder: string): Promise<LivedRun> {
  const data = join(folder, "data");
  writeSmallClinic(data);
  shareTelecoms(join(data, "everything.ndjson"));
  const { concepts } = readConcepts(["campaigns/concepts"]);
  const campaigns = three.map((id) => loadCampaign(id));
  const published = { concepts, notices: loadNotices("campaigns/notices"), campaigns };
  const directory = join(folder, "stack");
  const run = await liveRounds({ data, published, from: firstDay, days: 12, seed: 4, directory });
  try {
    await hearEverything(run, folder, idsIn(join(data, "everything.ndjson")));
    return run;
  } catch (error) {
    await run.stop();
    throw error;
  }
}

/** Every second patient is reached where the one before is; and one line is not JSON. */
function shareTelecoms(file: string): void {
  let before: Patient | undefined;
  const lines = resourcesIn(file).map((resource) => {
    if (resource.resourceType !== "Patient") return resource;
    const { telecom } = before ?? resource;
    before = before === undefined ? resource : undefined;
    return { ...resource, ...(telecom === undefined ? {} : { telecom }) };
  });
  const texts = lines.map((resource) => JSON.stringify(resource));
  writeFileSync(file, `${[...texts, "no JSON"].join("\n")}\n`);
}

function resourcesIn(file: string): readonly FhirResource[] {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as FhirResource] : []));
}

function idsIn(file: string): readonly string[] {
  return resourcesIn(file).flatMap(({ resourceType, id }) =>
    resourceType === "Patient" && id !== undefined ? [id] : [],
  );
}

async function hearEverything(run: LivedRun, folder: string, ids: readonly string[]) {
  const loaded = ids.map((id) => run.stores.profiles.load(run.clinic.id, id));
  const profiles = (await Promise.all(loaded)).filter((profile) => profile !== undefined);
  const points = profiles.flatMap(({ points: own }) => own);
  const addresses = (wanted: ContactPointKind) => [
    ...new Set(points.flatMap(({ kind, address }) => (kind === wanted ? [address] : []))),
  ];
  const [mobile = "", endangered = "", listed = "", calling = ""] =
    addresses("mobile").toReversed();
  const [mailbox = "", complaining = ""] = addresses("email").toReversed();
  const live = async (ms: number) => {
    await run.stack.runUntil(run.stack.clock.now() + ms);
    await run.stack.settle();
  };

  await text(run, mobile, "STOP");
  await live(10 * minuteMs);
  await text(run, mobile, "START");
  await text(run, endangered, "I have chest pain and can't breathe");
  await mail(run, mailbox, "STOP");
  await complain(run, complaining);
  await pressUnsubscribe(run);
  await answerOnPage(run);
  await call(run, calling, "9");
  await handIn(run, join(folder, "list.csv"), `Address;Patient\n${listed};\n?;\n`);
  await askStaffApi(run, { route: "GET /v1/campaigns" });
  await workAsAgent(run, profiles);
  await lookAhead(run);
  await publishDraft(run);
  await live(dayMs);
  await brake(run);
}

/** An agent takes what is most urgent, reads it, writes it down, closes it, and enters an opt-out. */
async function workAsAgent(run: LivedRun, profiles: readonly Profile[]): Promise<void> {
  const agent = agentAt(run);
  await agent.ask({ route: "GET /v1/me" });
  await agent.ask({ route: "GET /v1/colleagues" });
  const [first] = await agent.tasks();
  if (first === undefined) throw new Error("Nobody needs an agent.");
  const claimed = await agent.claim(first.task);
  await agent.tasks({ queue: first.queue });
  await agent.tasks({ whose: "mine" });
  await agent.read(first.task);
  await agent.note(first.task, "Reached.");
  await agent.close(claimed, "resolved");
  const known = profiles.find(({ birthDate, points }) => birthDate !== undefined && points[0]);
  const { patient = "", family = "", birthDate = 0, points = [] } = known ?? {};
  const born = formatDay(birthDate);
  const search = { by: "name", family, birthDate: born };
  await agent.ask({ route: "POST /v1/patients/search", body: search });
  const path = { patient };
  await agent.ask({ route: "GET /v1/patients/{patient}/timeline", path });
  const evidence = { kind: "call", reference: "busy" };
  const body = { change: "opt-out", scope: { point: points[0]?.id }, evidence };
  await agent.ask({ route: "POST /v1/patients/{patient}/permissions", path, body });
  const groups = "[administrator]";
  await agent.ask({ route: "GET /v1/patients/{patient}/views", path, groups });
}

/** A care manager forecasts a campaign for everybody. */
async function lookAhead(run: LivedRun): Promise<void> {
  const on = formatDay(dayOf(run.stack.clock.now(), run.clinic.business.zone) + 1);
  await askStaffApi(run, {
    route: "GET /v1/campaigns/{family}/{name}/forecast",
    path: { family: "screening", name: "mammogram" },
    query: { on, days: "7", from: "records", answers: "silence", part: "0", of: "1" },
    groups: "[care-manager]",
  });
}

/** One writes a campaign that is new, throws it away, writes it again, and another publishes it. */
async function publishDraft(run: LivedRun): Promise<void> {
  const { "lab-reminder/inr": inr } = writtenIn(["campaigns/lab-reminder/inr/campaign.yaml"]);
  const draft = "/v1/campaigns/{family}/{name}/draft";
  const asked = (user: string, group: string) => async (route: string, body: object) => {
    const path = { family: "lab-reminder", name: "inr" };
    const request = { route, path, body, user, groups: `[${group}]` };
    const answer = await askStaffApi(run, request);
    if (answer.statusCode !== 200) throw new Error(`${route}: ${answer.body}`);
    return Number(JSON.parse(answer.body).version);
  };
  const [write, approve] = [asked("maya", "care-manager"), asked("ana", "approver")];
  const words = { basedOn: 0, texts: inr?.texts };
  const first = await write(`PUT ${draft}`, { version: 0, ...words });
  await write(`POST ${draft}/discard`, { version: first });
  const saved = await write(`PUT ${draft}`, { version: 0, ...words });
  const version = await write(`POST ${draft}/submit`, { version: saved, why: "New." });
  await approve(`POST ${draft}/publish`, { version, why: "Right." });
}

/** The last thing that is done: the alarm for far too many texts halts them. */
async function brake({ stack }: LivedRun): Promise<void> {
  const alarmName = "rounds-local-too-many-sms";
  await stack.invoke("halt-channel", { alarmData: { alarmName, state: { value: "ALARM" } } });
}

function text({ stack }: LivedRun, from: string, words: string): Promise<void> {
  return stack.publish(
    "sms-inbound",
    JSON.stringify({
      originationNumber: from,
      destinationNumber: clinicLine,
      messageKeyword: "KEYWORD",
      messageBody: words,
      inboundMessageId: `busy-${words}`,
    }),
  );
}

function mail({ stack }: LivedRun, from: string, words: string): Promise<void> {
  const message = {
    notificationType: "Received",
    mail: { messageId: "busy-mail", source: from, destination: [clinicMailbox] },
    receipt: { recipients: [clinicMailbox], action: { type: "SNS" } },
    content: [`From: ${from}`, `To: ${clinicMailbox}`, "Subject: Re", "", words].join("\r\n"),
  };
  return stack.publish("email-inbound", JSON.stringify(message));
}

function complain({ stack }: LivedRun, about: string): Promise<void> {
  const message = {
    notificationType: "Complaint",
    mail: { messageId: "busy-complaint", source: clinicMailbox, destination: [about] },
    complaint: { complainedRecipients: [{ emailAddress: about }] },
  };
  return stack.publish("email-events", JSON.stringify(message));
}

/** Of a mail that was sent, as a mail program does it. */
async function pressUnsubscribe({ world }: LivedRun): Promise<void> {
  const [link = ""] = world.mailLinks.values();
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  const { status } = await fetch(link, { method: "POST", body });
  if (status !== 200) throw new Error(`One click was answered with ${status}.`);
}

/** The page of a message, that one who was sent a mail opens by their birth date, answers, and leaves. */
async function answerOnPage({ stores, world }: LivedRun): Promise<void> {
  const [touch = "", link = ""] = [...world.mailLinks].at(-1) ?? [];
  const { organization, patient } = parseTouchKey(touch) ?? { organization: "", patient: "" };
  const { birthDate = 0 } = (await stores.profiles.load(organization, patient)) ?? {};
  const token = randomTokens.next();
  const about = { organization, patient, touch, channel: "email" } as const;
  const expiresAt = Number.MAX_SAFE_INTEGER / 1_000;
  await createPageStore(stores.table).save(token, pageLink({ ...about, expiresAt }));
  const page = link.replace(/\/u\/.*/, `/a/${token}`);
  const post = async (fields: Readonly<Record<string, string>>) => {
    const answer = await fetch(page, { method: "POST", body: new URLSearchParams(fields) });
    if (answer.status !== 200) throw new Error(`A page was answered with ${answer.status}.`);
    return answer.text();
  };
  const { year, month, day } = dayParts(birthDate);
  const born = { "born-year": `${year}`, "born-month": `${month}`, "born-day": `${day}` };
  const proof = proofIn(await post({ do: "birth-date", ...born }));
  await post({ do: "answer", answer: "wants-call", proof });
  await post({ do: "stop" });
}

/** Shape: Amazon Connect Administrator Guide, "Invoke Lambda functions". */
async function call({ stack }: LivedRun, from: string, digit: string): Promise<void> {
  await stack.invoke("receive-call", {
    Name: "ContactFlowEvent",
    Details: {
      ContactData: {
        Attributes: {},
        Channel: "VOICE",
        ContactId: "busy-call",
        CustomerEndpoint: { Address: from, Type: "TELEPHONE_NUMBER" },
        InitiationMethod: "INBOUND",
        InstanceARN: "arn:aws:connect:us-east-1:000000000000:instance/local",
        SystemEndpoint: { Address: calledLine, Type: "TELEPHONE_NUMBER" },
      },
      Parameters: { digit },
    },
  });
}

/** As `rounds opt-outs` does from another process, while the stack goes on. */
async function handIn({ address, stack }: LivedRun, file: string, list: string): Promise<void> {
  writeFileSync(file, list);
  let isDone = false;
  const handing = handInOptOuts(address, file, () => undefined).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await stack.settle();
    await wait(50);
  }
  await handing;
}
