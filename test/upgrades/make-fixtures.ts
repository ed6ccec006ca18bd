import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadPublished } from "#cli/published";
import { touchTags } from "#contracts/touch-tag";
import type { LedgerRow } from "#domain/ledger/row";
import type { Command } from "#domain/record/command";
import type { PatientRecord } from "#domain/record/record";
import { touchKey } from "#domain/record/touch";
import { parseDay } from "#domain/time";
import { diceOf } from "#local/simulation/dice";
import { drawOrganization } from "#local/simulation/organization";
import { campaign } from "#support/a-campaign";
import { profile } from "#support/a-clinic";
import { enroll, monday, newYork, record, rules } from "#support/a-record";
import { live } from "#support/random-life";
import { root } from "#support/repository";
import { type Decision, digestOf, leftBy, type RulesUsed, rulesFrom } from "./histories.ts";
import {
  known,
  openStoredClinic,
  patientName,
  readAll,
  type StoredClinic,
} from "./stored-clinic.ts";

/**
 * `node test/upgrades/make-fixtures.ts VERSION`, once for each release, before it is tagged: writes
 * what that release stores, sends and decides. A folder that is there is never written again.
 * Everybody in it is made up.
 */
const [version = ""] = process.argv.slice(2);
const folder = join(root, "test/upgrades", version);
if (!/^\d+\.\d+\.\d+$/.test(version) || existsSync(folder)) {
  console.error(
    `Give the version of a release of which there are no fixtures yet, not “${version}”.`,
  );
  process.exit(2);
}
mkdirSync(join(folder, "items"), { recursive: true });

const day = 86_400_000;
const { organization } = known;

/** One life is one patient's months; several, so that most of what can happen does. */
const lives = 12;
const livesRecorded = 7;

const used: readonly RulesUsed[] = [
  rulesUsed({ revokeScope: "all" }, true),
  rulesUsed({ revokeScope: "program", mergesSameDay: false, strictStateHours: true }, false),
];

function rulesUsed(policy: object, hasAfterHoursDesk: boolean): RulesUsed {
  const { campaign: _, isPaused: __, ...rest } = rules([], { hasAfterHoursDesk });
  return {
    ...rest,
    policy: { ...rest.policy, ...policy },
    campaigns: [
      campaign(),
      campaign({ id: "lab-reminder/check", purpose: "lab-due", priority: 60 }),
      campaign({ id: "screening/call-first", priority: 50, start: "call" }),
    ],
    paused: [],
  };
}

const decisions: Decision[] = [];
const rows: LedgerRow[] = [];
const records: PatientRecord[] = [];
for (let life = 0; life < lives; life += 1) {
  const by = rulesFrom(used[life % used.length] as RulesUsed);
  const start = record({ reach: { ...newYork, states: ["NY"] } });
  const asked = ["screening/check", "lab-reminder/check", "screening/call-first"].map(
    (id, index): Command => enroll(monday + index * day, { campaign: id, episode: "e1" }),
  );
  const seed = `upgrades/${life}`;
  const lived = live(
    start,
    by,
    seed,
    monday,
    monday + 90 * day,
    asked,
    (before, command, events) => {
      records.push(before);
      const first = decisions.at(-1)?.life === life ? {} : { before };
      const left = digestOf(leftBy(before, events));
      decisions.push({ life, ...first, command, events, left });
    },
  );
  rows.push(...lived.rows);
}

/** Those that show something which none of the ones before them showed. */
function telling<Value>(values: readonly Value[], max: number): readonly Value[] {
  const shown = new Set<string>();
  return values
    .filter((value) => {
      const news = pathsOf(value).filter((path) => !shown.has(path));
      for (const path of news) shown.add(path);
      return news.length > 0;
    })
    .slice(0, max);
}

/** Where in a value something stands; of short words also what, for they tell shapes apart. */
function pathsOf(value: unknown, at = ""): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, `${at}[]`));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([name, part]) => pathsOf(part, `${at}.${name}`));
  }
  const isWord = /\.(type|status|is|kind|says|via|reason|outcome|stage|for)$/.test(at);
  return [isWord ? `${at}=${value}` : at];
}

async function fill(clinic: StoredClinic): Promise<void> {
  const { notices, campaigns } = loadPublished().published;
  const own = drawOrganization(diceOf("upgrades"), notices);
  await clinic.organizations.save({ ...own, id: organization });
  await clinic.organizations.halt(organization, { what: "voice", since: monday, by: "person" });
  const reason = "spend-limit";
  await clinic.organizations.halt(organization, {
    what: "sms",
    since: monday,
    by: "breaker",
    reason,
  });
  await clinic.organizations.raiseEpoch(organization, 3);
  const definition = campaigns.find(({ id }) => id === known.campaign);
  if (definition) await clinic.campaigns.publish(organization, definition);
  await clinic.campaigns.setPaused(organization, known.campaign, true);
  await clinic.concepts.save(organization, [
    { name: "mammogram", title: "Mammogram", codes: ["http://loinc.org|24606-6"] },
    {
      name: "hba1c",
      codes: ["a|1"],
      units: [{ from: "mmol/mol", to: "%", times: 0.0915, plus: 2.15 }],
    },
  ]);
  await clinic.resolutions.begin(organization, {
    ...{ id: "resolution-1", digest: "digest", startedAt: monday },
    slices: [{ solved: 0, isDone: false }],
  });
  const progress = { solved: 7, isDone: false, cursor: "cursor" };
  await clinic.resolutions.checkpoint(organization, "resolution-1", 0, progress);
  await fillPatients(clinic);
  await fillPoint(clinic);
  await clinic.calls.remember(known.contact, "oak/patient-0/screening/check/e1/call/1");
  await clinic.paces.slow("sms", undefined, { at: monday, share: 0.8 });
  await clinic.paces.noteSent("sms", monday);
}

async function fillPatients(clinic: StoredClinic): Promise<void> {
  for (const [index, shown] of telling(records.toReversed(), known.patients).entries()) {
    const own = { organization, patient: patientName(index) };
    const before = { ...shown, ...own, revision: 0 };
    const after = { ...before, revision: 1 };
    await clinic.records.append({ before, after, events: [], inputs: "digest" });
  }
  const guardianPoints = [{ id: "p-mail", kind: "email", address: "parent@example.org" }] as const;
  const minor = { birthDate: 16_000, doNotContact: "minor", guardianPoints } as const;
  const others = [
    { sex: "female", needs: { interpreter: true, tty: true } },
    minor,
    { states: [], zones: [], isLanguageKnown: false },
  ] as const;
  for (const [index, other] of others.entries()) {
    await clinic.profiles.save(profile({ ...other, patient: patientName(index) }));
  }
  const patient = patientName(0);
  const fact = { kind: "observation", codes: ["http://loinc.org|4548-4"], status: "done" } as const;
  const value = { number: 7.2, unit: "%", comparator: ">=" } as const;
  const from = parseDay("2026-11-02") ?? 0;
  const facts = [{ id: "Observation/1", ...fact, from, precision: "day", value }] as const;
  await clinic.facts.save(organization, { patient, revision: 1, facts }, 0);
  const ref = { campaign: known.campaign, version: 1 };
  const entry = {
    ...ref,
    from,
    through: from + 90,
    startsOn: from,
    nextFrom: from + 400,
    episode: "e1",
  };
  await clinic.eligibility.replace(organization, patient, [entry]);
  const reply = { organization, patient, reply: "reply-1", at: monday, channel: "sms" } as const;
  await clinic.replies.keep({ ...reply, text: "My chest hurts" });
  for (const [index, row] of telling(rows, 120).entries()) {
    const own = { ...row, organization, patient, revision: index + 1, index: 0 };
    await clinic.ledger.append([{ rows: [own], counts: [], cohorts: [] }]);
  }
}

async function fillPoint({ points }: StoredClinic): Promise<void> {
  const { point } = known;
  for (const index of [0, 1]) await points.link(organization, point, patientName(index));
  const evidence = { by: "other-owner", reference: "reply:r1", words: "opt-out/keyword" };
  await points.start(organization, point, monday - day);
  await points.stop(organization, point, { at: monday, via: "sms", evidence });
  const scope = { channel: "voice", purpose: "screening" } as const;
  await points.stop(organization, point, { at: monday, via: "import", scope, evidence });
  await points.claim({
    ...{ organization, point, patient: patientName(0), channel: "sms", at: monday },
    touch: "oak/patient-0/screening/check/e1/invite/1",
    ...{ caps: [], place: { zones: ["America/New_York"] } },
  });
  await points.ascribe(organization, point, "reply-1", patientName(0));
}

const touch = { campaign: "screening/check", episode: "2026-11-01", step: "invite", occurrence: 1 };
const key = touchKey({ organization, patient: "patient-0" }, touch);
const patient = { organization, patient: "patient-0" };
const tags = touchTags(key).map(({ name, value }) => [name, [value]]);
const messages = {
  due: { schema: "due.v1", ...patient, lane: "sms", dueAt: monday },
  "due-with-a-moment": {
    schema: "due.v1",
    ...patient,
    lane: "sms",
    dueAt: monday,
    startAt: monday,
  },
  enroll: { schema: "enroll.v1", ...patient, campaign: known.campaign, version: 1, on: 20_787 },
  urgent: { schema: "urgent.v1", ...patient, task: "reply-T1:reply-1" },
  mirror: { schema: "mirror.v1", ...patient },
  resolve: { schema: "resolve.v1", organization, resolution: "resolution-1", slice: 0 },
  import: {
    schema: "import.v1",
    organization,
    bucket: "files",
    key: "incoming/a.ndjson",
    fromLine: 9,
  },
  "opt-outs": {
    ...{ schema: "opt-outs.v1", organization, bucket: "files", key: "opt-outs/a.csv" },
    ...{ fromLine: 9, fromByte: 400, handedInAt: monday },
  },
  release: { schema: "release.v1", at: "2026-11-30T15:00:00Z" },
  select: {
    schema: "select.v1",
    organization,
    campaign: known.campaign,
    at: "2026-11-30T10:00:00Z",
  },
  "touch-key": key,
  "touch-tags": Object.fromEntries(tags),
};

function write(name: string, value: unknown): void {
  writeFileSync(join(folder, name), `${JSON.stringify(value, undefined, 1)}\n`);
}

const lines = (values: readonly unknown[]) =>
  values.map((one) => `${JSON.stringify(one)}\n`).join("");

const clinic = await openStoredClinic();
try {
  await fill(clinic);
  for (const table of ["patients", "ledger"] as const) {
    const items = await clinic.items(table);
    writeFileSync(join(folder, "items", `${table}.ndjson`), lines(items));
  }
  write("read.json", await readAll(clinic));
} finally {
  await clinic.stop();
}
write("messages.json", messages);
write("rules.json", used);
writeFileSync(
  join(folder, "decisions.ndjson"),
  lines(decisions.filter(({ life }) => life < livesRecorded)),
);
console.log(`${folder}: ${decisions.filter(({ life }) => life < livesRecorded).length} decisions`);
