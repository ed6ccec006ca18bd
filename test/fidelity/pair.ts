import { createManualClock, type ManualClock } from "#adapters/memory/clock";
import type { Campaign } from "#domain/campaign/campaign";
import { canonicalJson } from "#domain/canonical-json";
import type { LedgerRow } from "#domain/ledger/row";
import type { Organization } from "#domain/patient/organization";
import type { Task } from "#domain/record/record";
import type { TouchKey } from "#domain/record/touch";
import type { Instant } from "#domain/time";
import { type Skills, skillsOf } from "#local/simulation/skills";
import { standInConcepts } from "#local/simulation/stand-in";
import type { WorkerPorts } from "#local/simulation/worker-ports";
import { createPublishLedger } from "#usecases/publish-ledger";
import type { Job } from "./deeds.ts";
import type { Ground } from "./engines.ts";
import { type Outside, outsideOf } from "./outside.ts";
import type { Delivery } from "./queue-work.ts";
import { realSide } from "./real-side.ts";
import { type Queued, type QueueName, queueNames, type Side } from "./side.ts";
import { simulatedSide } from "./simulated-side.ts";
import type { Strike } from "./strike.ts";
import { Turns } from "./turns.ts";
import { type CallMade, WatchedWorker, type WorkEnd } from "./watched-worker.ts";

/** Workers of each side, with caches of their own. */
const workersPerSide = 2;

/** How many that were done are kept, to be done once more. */
const keptMax = 30;

/** What was asked of both sides and came to something else. */
export class Difference extends Error {
  override readonly name = "Difference";
}

/** A piece of work for one of the workers. */
export interface Given {
  readonly worker: number;
  readonly job: Job;
  readonly strike?: Strike | undefined;
}

interface Worker {
  readonly watched: WatchedWorker;
  readonly skills: Skills;
}

/** One side with its workers and its outside. */
interface Half {
  readonly side: Side;
  readonly outside: Outside;
  readonly turns: Turns;
  calls: CallMade[];
  readonly workers: Worker[];
}

export interface Setting {
  readonly organization: Organization;
  readonly campaigns: readonly Campaign[];
  readonly start: Instant;
  /** Told of every call that both sides made alike. */
  readonly compared: (call: string) => void;
}

/**
 * The simulated engines and the real ones beside each other: every piece of work is done on both,
 * and each call that it made, in order, must have been asked and answered alike.
 */
export class Pair {
  readonly clock: ManualClock;
  readonly setting: Setting;
  /** The latest messages that were worked off. */
  readonly done: Delivery[] = [];
  /** Writes that the stream has not shown yet, and some that it has. */
  readonly unshown: (readonly LedgerRow[])[] = [];
  readonly shown: (readonly LedgerRow[])[] = [];
  readonly #halves: readonly [Half, Half];

  private constructor(setting: Setting, sides: readonly [Side, Side]) {
    this.setting = setting;
    this.clock = createManualClock(setting.start);
    const half = (side: Side): Half => ({
      ...{ side, outside: outsideOf(this.clock), turns: new Turns(), calls: [], workers: [] },
    });
    this.#halves = [half(sides[0]), half(sides[1])];
  }

  /** Both with the clinic's settings, concepts and campaigns, and nobody in them. */
  static async open(
    setting: Setting,
    ground: Ground,
    careless: (side: Side) => Side,
  ): Promise<Pair> {
    const { organization, campaigns } = setting;
    const simulated = careless(simulatedSide(organization.id));
    const sides = [simulated, realSide(organization.id, ground)] as const;
    for (const { ports } of sides) {
      await ports.organizations.save(organization);
      await ports.concepts.save(organization.id, standInConcepts(campaigns));
      for (const campaign of campaigns) await ports.campaigns.publish(organization.id, campaign);
    }
    return new Pair(setting, sides);
  }

  /** Touches that the providers took, and tasks that agents were told of. */
  get accepted(): readonly TouchKey[] {
    return this.#halves[0].outside.accepted;
  }

  get raised(): readonly { readonly patient: string; readonly task: Task }[] {
    return this.#halves[0].outside.raised;
  }

  /** Has workers of each side do it, at once where there are several, and compares what came of it. */
  async work(what: string, given: readonly Given[]): Promise<readonly WorkEnd[]> {
    const ends: (readonly WorkEnd[])[] = [];
    for (const half of this.#halves) {
      half.calls = [];
      const working = given.map(({ worker, job, strike }) => {
        const { watched, skills } = this.#worker(half, worker);
        return watched.work(() => job(skills), strike);
      });
      ends.push(await Promise.all(working));
      // Of calls that were made at once, one may have failed before the others were answered.
      await half.turns.rest();
    }
    const [simulated, real] = this.#halves;
    this.#sameCalls(what, simulated.calls, real.calls);
    same(`${what}: how it ended`, ends[0], ends[1]);
    const written = [simulated.side.written(), real.side.written()] as const;
    same(`${what}: what the stream shows`, ...written);
    this.unshown.push(...written[0]);
    same(`${what}: accepted`, simulated.outside.accepted, real.outside.accepted);
    return ends[0] ?? [];
  }

  /** Asks both sides the same, beside their workers. */
  async ask<Answer>(what: string, question: (side: Side) => Promise<Answer>): Promise<Answer> {
    const answer = await this.#look(what, question);
    this.setting.compared(what);
    return answer;
  }

  /** Everything that waits on the queue, taken off. */
  take<Name extends QueueName>(name: Name): Promise<readonly Queued[Name][]> {
    return this.ask(`queue ${name} take`, (side) => side.take(name));
  }

  /** Has the stream show a write to the function that keeps the ledger. */
  async show(rows: readonly LedgerRow[]): Promise<void> {
    await this.ask("ledger append", ({ ledger }) => createPublishLedger({ ledger })([rows]));
    this.shown.push(rows);
    if (this.shown.length > keptMax) this.shown.shift();
  }

  keep(delivery: Delivery): void {
    this.done.push(delivery);
    if (this.done.length > keptMax) this.done.shift();
  }

  /** Lets a worker go: who comes next has empty caches. */
  renew(worker: number): void {
    for (const half of this.#halves) delete half.workers[worker];
  }

  /** Compares everything that is kept, of these patients and points; what waits on queues is lost. */
  async compareAll(patients: readonly string[], points: readonly string[]): Promise<void> {
    const { organization, campaigns } = this.setting;
    const { id } = organization;
    for (const patient of patients) {
      await this.#look("record load", ({ ports }) => ports.records.load(id, patient));
      await this.#look("profile load", ({ ports }) => ports.profiles.load(id, patient));
      await this.#look("facts load", ({ ports }) => ports.facts.load(id, patient));
      await this.#look("replies of", ({ ports }) => ports.replies.of(id, patient));
      await this.#look("ledger of", ({ ledger }) => gathered(ledger.of(id, patient)));
      for (const { id: campaign } of campaigns) {
        const entry = ({ ports }: Side) => ports.eligibility.entry(id, patient, campaign);
        await this.#look("eligibility entry", entry);
      }
    }
    for (const point of points) {
      await this.#look("point owners", ({ ports }) => ports.points.owners(id, point));
    }
    await this.#look("campaigns live", ({ ports }) => ports.campaigns.live(id));
    await this.#look("organization halts", ({ ports }) => ports.organizations.halts(id));
    await this.#look("organization epoch", ({ ports }) => ports.organizations.epoch(id));
    await this.#look("resolution current", ({ ports }) => ports.resolutions.current(id));
    await this.#look("ledger reach", async ({ ledger }) => inOneOrder(await ledger.reach(id)));
    await this.#look("ledger all", async ({ ledger }) =>
      inOneOrder(await gathered(ledger.all(id))),
    );
    for (const name of queueNames) await this.#look(`queue ${name}`, (side) => side.take(name));
  }

  async #look<Answer>(what: string, question: (side: Side) => Promise<Answer>): Promise<Answer> {
    const [simulated, real] = this.#halves;
    const answer = await question(simulated.side);
    same(what, answer, await question(real.side));
    return answer;
  }

  #worker(half: Half, number: number): Worker {
    const at = number % workersPerSide;
    const known = half.workers[at];
    if (known && !known.watched.isDead) return known;
    const watched = new WatchedWorker(half.turns, (made) => half.calls.push(made));
    const worker = { watched, skills: skillsOf(portsOf(half, watched, this.clock)) };
    half.workers[at] = worker;
    return worker;
  }

  #sameCalls(what: string, simulated: readonly CallMade[], real: readonly CallMade[]): void {
    for (const [index, made] of simulated.entries()) {
      same(`${what}: call ${index}, ${made.call}`, made, real[index]);
      this.setting.compared(made.call);
    }
    same(`${what}: calls`, simulated.length, real.length);
  }
}

/** Every port of one side, seen on the way. */
function portsOf({ side, outside }: Half, watched: WatchedWorker, clock: ManualClock): WorkerPorts {
  const { organization, queues, ...stores } = side.ports;
  const reached = <Ports extends object>(ports: Ports, kind = ""): Ports =>
    Object.fromEntries(
      Object.entries(ports).map(([name, port]) => [name, watched.reached(`${kind}${name}`, port)]),
    ) as Ports;
  const { lanes, ...others } = queues;
  const { senders, ...rest } = outside.ports;
  return {
    ...{ organization, clock, epoch: 1 },
    ...reached(pick(stores)),
    ...reached(rest),
    senders: reached(senders, "send "),
    queues: { lanes: reached(lanes, "queue "), ...reached(others, "queue ") },
  };
}

/** Without what is no port: how the simulation finds its way about. */
function pick<Stores extends object>(stores: Stores): Stores {
  const ports = Object.entries(stores).filter(([, port]) => typeof port === "object");
  return Object.fromEntries(ports) as Stores;
}

async function gathered<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function inOneOrder<Item>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
}

function same(what: string, simulated: unknown, real: unknown): void {
  const [one, other] = [told(simulated), told(real)];
  if (one === other) return;
  throw new Difference(`${what}\n  simulated: ${one}\n  real:      ${other}`);
}

/**
 * But for the digest of what was decided on: it is made of a record's text, in which the memory
 * keeps names as they were written and the table as the contract lists them.
 */
function told(value: unknown): string {
  return canonicalJson(withoutDigest(value ?? null));
}

function withoutDigest(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDigest);
  if (value === null || typeof value !== "object" || value instanceof Map) return value;
  const parts = Object.entries(value).filter(([name]) => name !== "inputs");
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutDigest(part)]));
}
