import type { Campaign } from "#domain/campaign/campaign";
import type { LedgerRow } from "#domain/ledger/row";
import type { NoticeBook } from "#domain/message/notice-book";
import type { Organization } from "#domain/patient/organization";
import type { PatientRecord } from "#domain/record/record";
import { dayOf } from "#domain/time";
import type { RecordChange } from "#ports";
import { createPublishLedger } from "#usecases/publish-ledger";
import { rowsIn } from "./change-rows.ts";
import { type Clinic, Crowd } from "./crowd.ts";
import type { Dice } from "./dice.ts";
import type { Ground } from "./environment.ts";
import type { FaultPlan } from "./faults.ts";
import { Fleet } from "./fleet.ts";
import { GoalWatch } from "./goal-watch.ts";
import type { Plant } from "./plant.ts";
import { gathered } from "./population.ts";
import { createProviders, type Providers } from "./providers.ts";
import { openQueues, type Queues } from "./queues.ts";
import { createReleases } from "./schedules.ts";
import { type Skills, skillsOf } from "./skills.ts";
import { doneFact, standInConcepts } from "./stand-in.ts";
import { openStores } from "./stores.ts";
import { createStream } from "./stream.ts";
import type { Timeline } from "./timeline.ts";
import { Witness } from "./witness.ts";
import { portsOf } from "./worker-ports.ts";

interface Setting {
  readonly organization: Organization;
  readonly campaigns: readonly Campaign[];
  readonly timeline: Timeline;
  readonly faults: FaultPlan;
  readonly dice: Dice;
}

/** A clinic with its workers, and the world that it works in. */
export interface Town {
  readonly ground: Ground;
  readonly clinic: Clinic;
  readonly witness: Witness;
  /** Every row that was written, in order. */
  readonly written: readonly LedgerRow[];
  readonly records: Iterable<PatientRecord>;
  /** After the faults have ended: right clocks, and another try for what was put aside. */
  heal(): void;
}

/** Opens the clinic: its settings, campaigns and concepts are there before anybody works. */
export async function openTown(
  {
    seed,
    plant = {},
  }: { readonly seed: number; readonly plant?: Plant; readonly notices: NoticeBook },
  { organization, campaigns, timeline, faults, dice }: Setting,
): Promise<Town> {
  const { zone } = organization.business;
  const written: LedgerRow[] = [];
  const wrote = (change: RecordChange) => {
    const rows = rowsIn(change);
    written.push(...rows);
    witness.wrote(change, rows);
    for (const row of rows) {
      goals.hear(row);
      crowd.hear(row);
    }
    showStream(change.after.patient, rows);
    releases.mind(change.after);
  };
  const stores = openStores(organization.id, wrote);
  const witness = new Witness(timeline, { policy: organization.policy, ownersOf: stores.ownersOf });
  const goals = new GoalWatch(zone, witness.tell);
  const ground: Ground = { timeline, faults, dice, witness };
  const showStream = createStream(ground, createPublishLedger(stores));
  const clinic = (): Clinic => ({ stores, queues });
  const languages = new Map<string, string>();
  const crowd: Crowd = new Crowd(ground, clinic, {
    seed,
    campaigns,
    languageOf: (patient) => languages.get(patient) ?? "en",
    onDone: (patient, campaign, afterMs) =>
      timeline.after(afterMs, `done ${patient}`, () => {
        const fact = doneFact(patient, campaign, dayOf(timeline.now(), zone));
        queues.imports.send([[gathered(patient, [fact])]]);
      }),
  });
  const providers: Providers = createProviders(ground, crowd);
  const fleet: Fleet<Skills> = new Fleet(ground, (environment) =>
    skillsOf(portsOf(environment, { stores, providers, queues, plant })),
  );
  const queues: Queues = openQueues(ground, fleet, (chunk) => {
    for (const one of chunk) goals.imported(one);
  });
  const releases = createReleases(ground, { stores, fleet });

  await stores.organizations.save(organization);
  await stores.concepts.save(organization.id, standInConcepts(campaigns));
  for (const campaign of campaigns) await stores.campaigns.publish(organization.id, campaign);
  return {
    ...{ ground, clinic: clinic(), witness, written },
    records: { [Symbol.iterator]: () => stores.records.all()[Symbol.iterator]() },
    heal() {
      fleet.renew();
      queues.redrive();
    },
  };
}
