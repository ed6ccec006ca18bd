import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Patient } from "fhir/r4";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRecordStore } from "#adapters/dynamodb/record-store";
import { createReplyStore } from "#adapters/dynamodb/reply-store";
import { readConcepts } from "#adapters/files/concept-files";
import { loadNotices } from "#adapters/files/notice-files";
import { loadCampaign } from "#cli/campaign-files";
import type { Campaign } from "#domain/campaign/campaign";
import { parseTouchKey } from "#domain/record/touch";
import { dayParts, minuteMs } from "#domain/time";
import { type LivedRun, liveRounds } from "#local/run";
import { resourcesOfPatient } from "#local/sample/write-sample";
import { createStripState } from "#local/strip/strip-state";
import { type Fields, proofIn } from "#support/a-page";
import { firstDay } from "#support/small-clinic";
import { textPieces } from "../../local/strip/page/text-pieces.ts";

const folder = mkdtempSync(join(tmpdir(), "rounds-answer-page-"));
let run: LivedRun;

beforeAll(async () => {
  const data = join(folder, "data");
  writeClinic(data);
  const published = {
    concepts: readConcepts(["campaigns/concepts"]).concepts,
    notices: loadNotices("campaigns/notices"),
    campaigns: ["screening/mammogram", "lab-reminder/hba1c"].map((id) =>
      leadingToPages(loadCampaign(id)),
    ),
  };
  const directory = join(folder, "stack");
  run = await liveRounds({ data, published, from: firstDay, days: 4, seed: 4, directory });
}, 300_000);
afterAll(async () => {
  await run?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Enough people that some wait at any time, every second of whom is reached by mail alone. */
function writeClinic(data: string): void {
  mkdirSync(data);
  const everybody = Array.from({ length: 150 }, (_, number) =>
    resourcesOfPatient(7, number, firstDay),
  );
  const resources = everybody.flatMap(([patient, ...others], number) => {
    const mail = { system: "email", value: `patient.${number}@example.com` } as const;
    const mobile = { system: "phone", use: "mobile", value: `+1414555${1_000 + number}` } as const;
    const telecom = [number % 2 === 0 ? mail : mobile];
    return [{ ...(patient as Patient), telecom }, ...others];
  });
  const lines = resources.map((resource) => JSON.stringify(resource));
  writeFileSync(join(data, "everything.ndjson"), `${lines.join("\n")}\n`);
}

/** The campaign, with a page in each of its texts and mails. */
function leadingToPages(campaign: Campaign): Campaign {
  const { messages } = campaign;
  const leading = Object.entries(messages).map(([language, book]) => [
    language,
    Object.fromEntries(
      Object.entries(book).map(([key, { sms, email, ...others }]) => [
        key,
        {
          ...others,
          ...(sms === undefined ? {} : { sms: `${sms} {page}` }),
          ...(email === undefined ? {} : { email: { ...email, text: `${email.text}{page}\n` } }),
        },
      ]),
    ),
  ]);
  return { ...campaign, messages: Object.fromEntries(leading) };
}

const records = () => createRecordStore({ table: run.stores.table, shards: 1 });

/** A message that was sent over this channel and has not been answered yet, and its page. */
async function unanswered(channel: "sms" | "email") {
  for (const [key, page] of run.world.pageLinks()) {
    const { organization, patient, touch } = parseTouchKey(key)!;
    const record = await records().load(organization, patient);
    const enrollment = record?.enrollments.find(({ campaign }) => campaign === touch.campaign);
    const { state, step } = enrollment ?? {};
    const isWaiting = state?.status === "waiting" && state.channel === channel;
    if (isWaiting && step === touch.step) return { page, organization, patient, touch };
  }
  throw new Error(`Nobody waits to answer by ${channel}.`);
}

const post = (page: string, fields: Fields) =>
  fetch(page, { method: "POST", body: new URLSearchParams(fields) });

async function bornOf(organization: string, patient: string): Promise<Fields> {
  const { birthDate = 0 } = (await run.stores.profiles.load(organization, patient)) ?? {};
  const { year, month, day } = dayParts(birthDate);
  return { "born-year": `${year}`, "born-month": `${month}`, "born-day": `${day}` };
}

describe("a phone in the strip of this machine", () => {
  it("leads to the page of its patient, whose birth date it knows", async () => {
    const { page, patient } = await unanswered("sms");
    const state = createStripState(run);
    const holds = run.world.phones.latest(500).find(({ patients }) => patients.includes(patient));
    const { open } = await state(holds?.id);
    const links = open?.texts.flatMap(({ text }) =>
      textPieces(text).flatMap((one) => one.link ?? []),
    );
    expect(links).toContain(page);
    expect((await fetch(page)).status).toBe(200);
    expect(open?.owners[0]?.birthDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe.each(["sms", "email"] as const)("a message by %s on a laptop", (channel) => {
  it("leads to a page on which the patient answers, and the campaign goes on", async () => {
    const { page, organization, patient, touch } = await unanswered(channel);
    expect(page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/a\/[\w-]{22}$/);
    const before = await records().load(organization, patient);

    const opened = await fetch(page);
    expect([opened.status, opened.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await opened.text()).toContain(run.clinic.name);
    const born = await bornOf(organization, patient);
    const wrong = await post(page, { do: "birth-date", ...born, "born-year": "1900" });
    expect(wrong.status).toBe(403);
    const right = await post(page, { do: "birth-date", ...born });
    expect(right.status).toBe(200);
    const proof = proofIn(await right.text());
    await run.stack.settle();
    expect(await records().load(organization, patient)).toEqual(before);

    const answer = { do: "answer", answer: "wants-booking", proof };
    const pressed = await Promise.all([post(page, answer), post(page, answer)]);
    expect(pressed.map(({ status }) => status)).toEqual([200, 200]);
    await run.stack.runUntil(run.stack.clock.now() + minuteMs);
    await run.stack.settle();

    const record = await records().load(organization, patient);
    const enrollment = record?.enrollments.find(({ campaign }) => campaign === touch.campaign);
    expect(enrollment).toMatchObject({ step: "book", answer: "wants-booking", stage: "answered" });
    expect(record?.tasks.some(({ reason }) => reason.startsWith("book-"))).toBe(true);
    expect(record?.tasks.every(({ id }) => run.world.tasks.has(id))).toBe(true);
    const replies = await createReplyStore(run.stores.table).of(organization, patient);
    expect(replies.filter(({ reply }) => reply.startsWith("page-"))).toMatchObject([{ channel }]);

    const other = await post(page, { ...answer, answer: "already-done" });
    expect(other.status).toBe(409);
  });

  it("stops everything from there, without a birth date", async () => {
    const { page, organization, patient } = await unanswered(channel);
    expect((await post(page, { do: "stop" })).status).toBe(200);
    await run.stack.runUntil(run.stack.clock.now() + minuteMs);
    await run.stack.settle();
    const record = await records().load(organization, patient);
    expect(record?.permissions).toMatchObject([{ says: "revoked", via: channel }]);
  });
});

describe("the pages of a laptop", () => {
  it("are closed by five wrong birth dates that are sent at once", async () => {
    const { page, organization, patient } = await unanswered("sms");
    const born = await bornOf(organization, patient);
    const years = Array.from({ length: 20 }, (_, index) => String(1900 + index));
    const answers = await Promise.all(
      years.map((year) => post(page, { do: "birth-date", ...born, "born-year": year })),
    );
    expect(answers.every(({ status }) => status === 403)).toBe(true);
    const right = await post(page, { do: "birth-date", ...born });
    expect(right.status).toBe(403);
    expect(proofIn(await right.text())).toBe("");
  });

  it("keep the laws, leave nothing undone, and put no token, birth date or answer into a log", async () => {
    expect(run.stack.deadLetters()).toEqual({});
    expect(run.stack.permissions.denied()).toEqual([]);
    expect((await run.account()).laws.violations).toEqual([]);
    const secrets = [...run.world.pageLinks().values()].map((link) => link.slice(-22));
    for (const name of ["patient-page", "send-sms", "send-email", "receive-email"]) {
      const log = readFileSync(join(folder, "stack", "logs", `${name}.log`), "utf8");
      for (const secret of [...secrets, "wants-booking", "born-"]) {
        expect(log.includes(secret)).toBe(false);
      }
    }
  });
});
