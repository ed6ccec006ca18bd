import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  DescribeOptedOutNumbersCommand,
  PinpointSMSVoiceV2Client,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { FhirResource } from "fhir/r4";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPointDirectory } from "#adapters/dynamodb/point-directory";
import { createRecordStore } from "#adapters/dynamodb/record-store";
import { createOptOutList } from "#adapters/end-user-messaging/opt-out-list";
import { readConcepts } from "#adapters/files/concept-files";
import { loadNotices } from "#adapters/files/notice-files";
import { loadCampaign } from "#cli/campaign-files";
import type { Profile } from "#domain/patient/profile";
import { dayMs, minuteMs } from "#domain/time";
import { handInOptOuts } from "#local/hand-in-opt-outs";
import { type LivedRun, liveRounds } from "#local/run";
import { firstDay, writeSmallClinic } from "#support/small-clinic";

const folder = mkdtempSync(join(tmpdir(), "rounds-opt-outs-"));
const data = join(folder, "data");
const three = ["lab-reminder/hba1c", "medication-adherence/statin-refill", "screening/mammogram"];
const clinicLine = "+12025550100";

let run: LivedRun;
let profiles: readonly Profile[];

beforeAll(async () => {
  writeSmallClinic(data);
  const { concepts } = readConcepts(["campaigns/concepts"]);
  const published = {
    concepts,
    notices: loadNotices("campaigns/notices"),
    campaigns: three.map((id) => loadCampaign(id)),
  };
  // No day passes before the tests begin: everybody is imported, and nobody contacted yet.
  const directory = join(folder, "stack");
  run = await liveRounds({ data, published, from: firstDay, days: 0, seed: 4, directory });
  const loaded = patientIds().map((patient) => run.stores.profiles.load(run.clinic.id, patient));
  profiles = (await Promise.all(loaded)).filter((profile) => profile !== undefined);
}, 120_000);
afterAll(async () => {
  await run?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function patientIds(): readonly string[] {
  const lines = readFileSync(join(data, "everything.ndjson"), "utf8").trimEnd().split("\n");
  return lines.flatMap((line) => {
    const { resourceType, id } = JSON.parse(line) as FhirResource;
    return resourceType === "Patient" && id !== undefined ? [id] : [];
  });
}

function carrier(): PinpointSMSVoiceV2Client {
  return new PinpointSMSVoiceV2Client({
    endpoint: run.world.variables["AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2"] ?? "",
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
}

async function numbersListed(): Promise<readonly string[]> {
  const listing = new DescribeOptedOutNumbersCommand({ OptOutListName: "rounds-local" });
  const { OptedOutNumbers = [] } = await carrier().send(listing);
  return OptedOutNumbers.map(({ OptedOutNumber }) => OptedOutNumber ?? "");
}

/** As `rounds opt-outs` does from another process, while the stack goes on. */
async function handIn(list: string) {
  const file = join(folder, "old-system.csv");
  writeFileSync(file, list);
  let isDone = false;
  const handing = handInOptOuts(run.address, file, () => undefined).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await run.stack.settle();
    await wait(50);
  }
  return handing;
}

async function live(ms: number): Promise<void> {
  await run.stack.runUntil(run.stack.clock.now() + ms);
  await run.stack.settle();
}

async function write(number: string, words: string): Promise<void> {
  await run.stack.publish(
    "sms-inbound",
    JSON.stringify({
      originationNumber: number,
      destinationNumber: clinicLine,
      messageKeyword: "KEYWORD",
      messageBody: words,
      inboundMessageId: `test-${words}`,
    }),
  );
}

/** Those on the list, and the others. */
function halves(): readonly [readonly Profile[], readonly Profile[]] {
  const [listed, others] = [0, 1].map((rest) => profiles.filter((_, at) => at % 2 === rest));
  return [listed ?? [], others ?? []];
}

const mobileOf = ({ points }: Profile) => points.find(({ kind }) => kind === "mobile");
const statementsOf = async (patient: string) => {
  const store = createRecordStore({ table: run.stores.table, shards: 2 });
  return (await store.load(run.clinic.id, patient))?.permissions;
};

describe("a list of opt-outs on the whole local stack", { timeout: 120_000 }, () => {
  it("keeps everybody on it from being contacted, and the others are", async () => {
    const [listed, others] = halves();
    const rows = listed.flatMap(({ patient, points }) =>
      points.length === 0
        ? [`,${patient}`]
        : points.map(({ address }) => `"${address.replace(/^\+1/, "1-")}",`),
    );
    const done = await handIn(
      `\uFEFFAddress;Patient\r\n${rows.join("\r\n").replaceAll(",", ";")}\r\n?;\r\n`,
    );
    expect(done).toMatchObject({ accepted: rows.length, quarantined: 1 });
    expect(done.ownersOptedOut).toBeGreaterThanOrEqual(listed.length);
    // One number stands on the carrier's list without our knowing.
    const unknown = others.find(mobileOf);
    const number = unknown && mobileOf(unknown)?.address;
    await createOptOutList({ client: carrier(), list: "rounds-local" }).add(number ?? "");
    await live(12 * dayMs);

    const account = await run.account();
    expect(account.laws.violations).toEqual([]);
    expect(account.deadLetters).toEqual({});
    const contacted = new Set(account.accepted.map(({ key }) => key.split("/")[1]));
    for (const { patient } of listed) expect(contacted).not.toContain(patient);
    expect(others.filter(({ patient }) => contacted.has(patient))).not.toEqual([]);
    // The list was not of people whom nobody would have contacted.
    const refused = account.rows.flatMap(({ patient, event }) =>
      event.type === "enrollment-refused" && event.reason === "opted-out" ? [patient] : [],
    );
    expect(listed.filter(({ patient }) => refused.includes(patient))).not.toEqual([]);

    const onList = await numbersListed();
    for (const profile of listed) {
      const mobile = mobileOf(profile);
      if (mobile) expect(onList).toContain(mobile.address);
    }
  });

  it("learns an opt-out that only the carrier knew, for everybody at that number", async () => {
    const unknown = halves()[1].find(mobileOf);
    const point = unknown && mobileOf(unknown)?.id;
    const directory = createPointDirectory(run.stores.table);
    const { patients, stops } = await directory.owners(run.clinic.id, point ?? "");
    expect(stops).toMatchObject([{ via: "carrier", evidence: { by: "carrier" } }]);
    for (const patient of patients) {
      expect(await statementsOf(patient)).toMatchObject([{ says: "revoked", via: "carrier" }]);
    }
  });

  it("STOP puts a number on the carrier's list after its confirmation, and START takes it off before", async () => {
    const taken = new Set(await numbersListed());
    const free = halves()[1].filter((profile) => {
      const mobile = mobileOf(profile);
      return mobile !== undefined && !taken.has(mobile.address);
    });
    const someone = free.at(-1);
    const number = (someone && mobileOf(someone)?.address) ?? "";
    const told = (kind: string) =>
      run.world.book.all().filter(({ key }) => key.includes(`/reply/${kind}/test-`)).length;

    await write(number, "STOP");
    await live(10 * minuteMs);
    expect(told("opted-out")).toBe(1);
    expect(await numbersListed()).toContain(number);

    await write(number, "START");
    await live(10 * minuteMs);
    expect(told("opted-in")).toBe(1);
    expect(await numbersListed()).not.toContain(number);
    expect(await statementsOf(someone?.patient ?? "")).toMatchObject([{ says: "granted" }]);
  });
});
