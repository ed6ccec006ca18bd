import { createManualClock } from "#adapters/memory/clock";
import type { Campaign } from "#domain/campaign/campaign";
import type { ContactPolicy } from "#domain/contact/policy";
import { verify } from "#domain/ledger/verify";
import { type Profile, reachability } from "#domain/patient/profile";
import type { Command } from "#domain/record/command";
import { dayOf, type Instant } from "#domain/time";
import type { Plant } from "#local/simulation/plant";
import type { Act } from "#usecases/act";
import { oak, profile } from "../a-clinic.ts";
import { monday } from "../a-record.ts";
import { begunCalls } from "./begun-calls.ts";
import { type CarrierAnswer, createCarrier } from "./carrier.ts";
import { createDesk } from "./desk.ts";
import type { LawEngine } from "./engine.ts";
import { createInterleaving, type Fate, nobodyElse, type Worker } from "./interleaving.ts";
import { type Skills, skillsOf } from "./skills.ts";
import { openStores, type Stores } from "./stores.ts";
import { createTrace, type Trace } from "./trace.ts";

/** What one run is about. */
interface Setting {
  readonly campaigns: readonly Campaign[];
  readonly policy?: Partial<ContactPolicy>;
  readonly from?: Instant;
  /** What providers answer, in the order in which they are asked; after these they accept. */
  readonly answers?: readonly CarrierAnswer[];
  readonly plant?: Plant | undefined;
}

export type BusyClinic = Awaited<ReturnType<typeof openClinic>>;

/** One clinic on the real engine, at which many workers run the production use cases at once. */
export async function openClinic(engine: LawEngine, order: number, setting: Setting) {
  const { plant = {}, from = monday } = setting;
  const tally = engine.tally();
  const time = createManualClock(from);
  const trace = createTrace();
  const table = await engine.freshTable((rows) => {
    trace.add({ is: "written", at: time.now(), rows });
  });
  tally.runs += 1;
  const policy = { ...oak.policy, ...setting.policy };
  const stores = await openStores(table, setting.campaigns, policy);
  const around = {
    stores,
    carrier: createCarrier(trace, time.now, setting.answers ?? [], tally),
    desk: createDesk(trace, time.now),
    tally,
  };
  const interleaving = createInterleaving(order, tally);
  const quietly = skillsOf(nobodyElse, { ...around, clock: time, plant: {} });

  return {
    time,
    trace,
    stores,
    /** The use cases as somebody has them who works while nobody else does. */
    quietly,

    /** Begins a job beside the others: see `Interleaving.begin`. */
    begin(
      name: string,
      job: (skills: Skills, worker: Worker) => Promise<unknown>,
      luck: { readonly fates?: readonly Fate[]; readonly skewMs?: number } = {},
    ) {
      const { fates = [], skewMs = 0 } = luck;
      const clock = { now: () => time.now() + skewMs };
      const whole = async (worker: Worker) => {
        await job(skillsOf(worker, { ...around, clock, plant }), worker);
        trace.add({ is: "acknowledged", at: time.now(), job: name });
      };
      interleaving.begin(name, whole, fates);
    },

    /**
     * Moves the time by each of these, in this order, at moments that the scheduler chooses.
     * `pause`: turns that time lets pass before each, so that workers can finish something.
     */
    letTimePass(steps: readonly number[], pause = 0) {
      interleaving.begin("time", async (worker) => {
        for (const ms of steps) {
          for (let turns = 0; turns < pause; turns += 1) {
            await worker.turn("stands still", async () => undefined);
          }
          await worker.turn(`passes by ${ms / 1_000} s`, async () => time.moveTo(time.now() + ms));
        }
      });
    },

    /** Until all that was begun is done. */
    finish: interleaving.finish,

    /** A patient as an import leaves one, asked to enroll in these campaigns. */
    admit: (person: Partial<Profile>, campaigns: readonly string[]) =>
      admit({ stores, act: quietly.act, at: time.now() }, profile(person), campaigns),

    /** Throws what was found to break a law, with the order of turns that led there. */
    report(found: readonly string[]) {
      if (found.length === 0) return;
      const turns = interleaving.turns().join("\n  ");
      throw new Error(`${[...new Set(found)].join("\n")}\nafter\n  ${turns}`);
    },

    /**
     * What the checker that users have says of the ledger and the providers' own lists. `asOf`: by
     * when all that was due must have been done; left out, nobody is late yet.
     */
    verified: (asOf: Instant = from) => verified(trace, policy, asOf),
  };
}

async function admit(
  { stores, act, at }: { readonly stores: Stores; readonly act: Act; readonly at: Instant },
  person: Profile,
  campaigns: readonly string[],
): Promise<void> {
  const { organization, patient, points } = person;
  await stores.profiles.save(person);
  for (const { id } of points) await stores.points.link(organization, id, patient);
  const reach = reachability(person, { today: dayOf(at, oak.business.zone) });
  const refs = campaigns.map((campaign) => ({ campaign, version: 1 }));
  const enroll = refs.map(
    (ref): Command => ({ type: "enroll", at, ...ref, episode: "2026-11-01" }),
  );
  const arrive = [{ type: "change-profile", at, reach } as const, ...enroll];
  await act(organization, patient, () => arrive, refs);
}

function verified(trace: Trace, policy: ContactPolicy, asOf: Instant): readonly string[] {
  const accepted = begunCalls(trace)
    .filter(({ isAccepted }) => isAccepted)
    .map(({ call }) => ({ key: call.key, at: call.workerAt }));
  const { violations } = verify(trace.rows(), { policy, asOf, accepted });
  return violations.map(({ law, message, subject }) => `law ${law}: ${message} (${subject})`);
}
