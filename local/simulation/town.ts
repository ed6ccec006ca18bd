import type { GatheredPatient } from "#contracts/fhir/gathering";
import type { Campaign } from "#domain/campaign/campaign";
import type { LedgerRow } from "#domain/ledger/row";
import type { NoticeBook } from "#domain/message/notice-book";
import type { Organization } from "#domain/patient/organization";
import { dayOf, type Instant } from "#domain/time";
import type { RecordChange } from "#ports";
import { type Clinic, Crowd } from "./crowd.ts";
import type { Dice } from "./dice.ts";
import type { Ground } from "./environment.ts";
import type { FaultPlan } from "./faults.ts";
import { GoalWatch } from "./goal-watch.ts";
import { Home } from "./home.ts";
import type { Plant } from "./plant.ts";
import { gathered } from "./population.ts";
import { createProviders, type Providers } from "./providers.ts";
import { openInbound, type Queues } from "./queues.ts";
import { openRegion, type Region } from "./region.ts";
import { doneFact, standInConcepts } from "./stand-in.ts";
import type { Timeline } from "./timeline.ts";
import { Witness } from "./witness.ts";

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
  /** Where its days are told. */
  readonly zone: string;
  /** As it is now: where its home moves, so does this. */
  readonly clinic: Clinic;
  readonly witness: Witness;
  readonly home: Home;
  /** The next home, with the tables of the one that is left as they were then. */
  restore(asOf: Instant): Promise<Region>;
  /** What imports brought from that moment on, in order, wherever the patients were at home. */
  importedSince(at: Instant): readonly (readonly GatheredPatient[])[];
  /** From now on the patients are at home there. */
  moveTo(region: Region): void;
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
  const wrote = (region: Region, change: RecordChange, rows: readonly LedgerRow[]) => {
    witness.wrote(change, rows);
    // What is still written in a region that was left is nobody's business but the permissions'.
    if (region !== home.region) return;
    for (const row of rows) {
      goals.hear(row);
      crowd.hear(row);
    }
  };
  const clinic: Clinic = {
    get stores() {
      return home.region.stores;
    },
    get queues() {
      return queues;
    },
  };
  const ownersOf = (point: string) => clinic.stores.ownersOf(point);
  const witness = new Witness(timeline, { policy: organization.policy, ownersOf });
  const goals = new GoalWatch(zone, witness.tell);
  const ground: Ground = { timeline, faults, dice, witness };
  const crowd: Crowd = new Crowd(ground, () => clinic, {
    seed,
    campaigns,
    languageOf: () => "en",
    onDone: (patient, campaign, afterMs) =>
      timeline.after(afterMs, `done ${patient}`, () => {
        const fact = doneFact(patient, campaign, dayOf(timeline.now(), zone));
        queues.imports.send([[gathered(patient, [fact])]]);
      }),
  });
  const providers: Providers = createProviders(ground, crowd);
  const setting = (epoch: number) => ({
    ...{ organization: organization.id, ground, providers, plant, epoch, wrote },
  });
  const home = new Home(openRegion(setting(1)));
  const atHome = {
    begin: (...job: Parameters<Region["fleet"]["begin"]>) => home.region.fleet.begin(...job),
  };
  const imported: { readonly at: Instant; readonly chunk: readonly GatheredPatient[] }[] = [];
  const queues: Queues = openInbound(ground, atHome, (chunk) => {
    imported.push({ at: timeline.now(), chunk });
    for (const one of chunk) goals.imported(one);
  });

  const { stores } = home.region;
  await stores.organizations.save(organization);
  await stores.concepts.save(organization.id, standInConcepts(campaigns));
  for (const campaign of campaigns) await stores.campaigns.publish(organization.id, campaign);
  return {
    ...{ ground, zone, clinic, witness, home },
    restore: (asOf) => home.region.restoredAs(setting(home.region.epoch + 1), asOf),
    importedSince: (since) => imported.filter(({ at }) => at >= since).map(({ chunk }) => chunk),
    moveTo(region) {
      home.moveTo(region);
      // A copy may be older than an enrollment, and then nobody has it to end.
      goals.moved(region.written);
    },
    heal() {
      home.heal();
      queues.redrive();
    },
  };
}
