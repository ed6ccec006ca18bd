import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FhirResource } from "fhir/r4";
import type { Page } from "playwright-core";
import { readConcepts } from "#adapters/files/concept-files";
import { loadNotices } from "#adapters/files/notice-files";
import { loadCampaign } from "#cli/campaign-files";
import { writtenIn } from "#cli/written";
import { dayOf } from "#domain/time";
import { environmentNamed } from "#infra/environments";
import { openConsole } from "#local/access/open-console";
import { type LivedRun, liveRounds } from "#local/run";
import { tokenFor } from "#support/sign-in-by-code";
import { writeSmallClinic } from "#support/small-clinic";

/** Days that a clinic lived before today: people were texted, some answered, some need a person. */
const daysLived = 6;

/** A patient with a mobile phone, and from where they write. */
export interface MobilePatient {
  readonly patient: string;
  readonly phone: string;
}

export interface ConsoleUp {
  readonly address: string;
  readonly run: LivedRun;
  /** The folder of FHIR files that was imported. */
  readonly data: string;
  /** Everybody in it, by their ids. */
  readonly patients: () => readonly string[];
  /** Patients with a phone that nobody else has. */
  readonly mobile: readonly MobilePatient[];
  /** A text of theirs comes in, as the carrier hands it over. */
  hear(from: MobilePatient, words: string): Promise<void>;
  /** What the API says to a member, outside of any browser. */
  ask(member: string, path: string): Promise<unknown>;
  /** Where the browser goes from the start page, as the member of that address. */
  signIn(page: Page, member: string): Promise<void>;
  close(): Promise<void>;
}

/** The whole local stack of a small clinic, its time going on as the wall's, with the console open. */
export async function openClinicConsole(daysBefore = daysLived): Promise<ConsoleUp> {
  const folder = mkdtempSync(join(tmpdir(), "rounds-browser-"));
  const data = join(folder, "data");
  writeSmallClinic(data);
  const names = ["screening/mammogram", "lab-reminder/hba1c"];
  const published = {
    concepts: readConcepts(["campaigns/concepts"]).concepts,
    notices: loadNotices("campaigns/notices"),
    campaigns: names.map((name) => loadCampaign(name)),
    written: writtenIn(names.map((name) => `campaigns/${name}/campaign.yaml`)),
  };
  const { zone } = environmentNamed("local");
  const run = await liveRounds({
    ...{ data, published, days: daysBefore, seed: 4, directory: join(folder, "stack") },
    from: dayOf(Date.now(), zone) - daysBefore,
    simulateContacts: true,
  });
  const opened = await openConsole(run, join(folder, "console"));
  const stopped = new AbortController();
  const pace = run.keepPace(stopped.signal);
  return {
    address: opened.address,
    run,
    data,
    patients: () => patientsIn(data),
    mobile: await mobileOf(run, data),
    hear: ({ phone }, messageBody) =>
      run.stack.publish(
        "sms-inbound",
        JSON.stringify({
          ...{ originationNumber: phone, destinationNumber: run.clinic.lines[0], messageBody },
          ...{ messageKeyword: "KEYWORD", inboundMessageId: randomUUID() },
        }),
      ),
    async ask(member, path) {
      const authorization = `Bearer ${await tokenFor(opened.address, member)}`;
      const answer = await fetch(opened.api + path, { headers: { authorization } });
      return answer.json();
    },
    async signIn(page, member) {
      await page.goto(opened.address);
      await page.getByRole("button", { name: /Sign in|Iniciar sesión/ }).click();
      await page.getByRole("button", { name: new RegExp(`^${member}@`) }).click();
      await page.locator("#screen").waitFor();
    },
    async close() {
      stopped.abort();
      await pace;
      await opened.close();
      await run.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function mobileOf(
  { stores, clinic }: LivedRun,
  data: string,
): Promise<readonly MobilePatient[]> {
  const ids = patientsIn(data);
  const profiles = await Promise.all(ids.map((id) => stores.profiles.load(clinic.id, id)));
  const found = profiles.flatMap((profile) => {
    const point = profile?.points.find(({ kind }) => kind === "mobile");
    return profile && point ? [{ patient: profile.patient, phone: point.address }] : [];
  });
  const owners = Map.groupBy(found, ({ phone }) => phone);
  return found.filter(({ phone }) => owners.get(phone)?.length === 1);
}

function patientsIn(data: string): readonly string[] {
  const lines = readFileSync(join(data, "everything.ndjson"), "utf8").trimEnd().split("\n");
  const resources = lines.map((line) => JSON.parse(line) as FhirResource);
  return resources.flatMap(({ resourceType, id }) =>
    resourceType === "Patient" && id !== undefined ? [id] : [],
  );
}
