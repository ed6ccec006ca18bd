import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { conceptCatalog } from "#domain/audience/concept";
import type { Organization } from "#domain/patient/organization";
import { type Day, type Instant, startOfDay } from "#domain/time";
import { type Environment, environmentNamed } from "#infra/environments";
import { synthesize } from "#infra/synth";
import { type Account, accountOf } from "./account.ts";
import { SimulatedContacts } from "./contacts.ts";
import { feed } from "./feed.ts";
import { type ImportWatch, watchImport } from "./import-watch.ts";
import { readLanguages } from "./languages.ts";
import type { LocalStack } from "./local-stack.ts";
import { type Came, startWorld, type World } from "./outside/world.ts";
import { Pace } from "./pace.ts";
import { openClinic, type Published } from "./publish.ts";
import { startStack } from "./stack.ts";
import { type LocalStores, localStores, type StackAddress } from "./stores.ts";

export interface RunOptions {
  /** FHIR files, as `rounds import` reads them. */
  readonly data: string;
  readonly published: Published;
  /** The first day, from its midnight in the organization's zone. */
  readonly from: Day;
  readonly days: number;
  readonly seed: number;
  /** Gives patients telecoms that can be dialled here. */
  readonly simulateContacts?: boolean;
  /** How many function processes are killed at random. */
  readonly kills?: number;
  /** How often what is due is looked for. 30 by default. */
  readonly tickMinutes?: number;
  /** Keeps logs and caches. `.rounds` by default. */
  readonly directory?: string;
  /** Port of the inbox page; any free one when left out. */
  readonly inboxPort?: number;
  readonly onProgress?: (progress: RunProgress) => void;
}

export interface RunProgress {
  readonly phase: "build" | "up" | "files" | "import" | "days";
  /** 0…1 */
  readonly share: number;
  readonly now: Instant;
  readonly came: Came;
}

/** A stack that lived its days and is still up. */
export interface LivedRun {
  readonly stack: LocalStack;
  readonly address: StackAddress;
  readonly stores: LocalStores;
  readonly world: World;
  readonly clinic: Organization;
  /** What the run came to, as of the stack's now. */
  account(): Promise<Account>;
  /** How its time goes on, once somebody keeps it. */
  readonly pace: Pace;
  /** Lets time go on at that pace, until aborted. */
  keepPace(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/** Lives the days and takes the stack down again. The same options give the same reach. */
export async function runRounds(options: RunOptions): Promise<Account> {
  const run = await liveRounds(options);
  try {
    return await run.account();
  } finally {
    await run.stop();
  }
}

/**
 * Brings the whole stack up, imports the files and lives the days under the virtual clock with
 * simulated people. The stack is left up: `stop` takes it down.
 * @throws LocalProblem with what to do, when this machine stands in the way.
 */
export async function liveRounds(options: RunOptions): Promise<LivedRun> {
  const folder = await mkdtemp(join(tmpdir(), "rounds-"));
  const sweep = () => rmSync(folder, { recursive: true, force: true });
  // Whoever is interrupted leaves nothing behind.
  process.once("exit", sweep);
  const closers: Closer[] = [
    async () => {
      process.off("exit", sweep);
      sweep();
    },
  ];
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    return await live(options, { folder, closers, stop });
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

type Closer = () => Promise<unknown>;

interface Frame {
  /** For the assembly, gone at the end. */
  readonly folder: string;
  /** Run in the opposite order. */
  readonly closers: Closer[];
  readonly stop: () => Promise<void>;
}

async function live(options: RunOptions, frame: Frame): Promise<LivedRun> {
  const { published, seed, directory } = options;
  const environment = environmentNamed("local");
  const from = startOfDay(options.from, environment.zone);
  const until = startOfDay(options.from + options.days, environment.zone);
  const say = reporter(options, from);

  say("build", 0);
  const assembly = join(frame.folder, "assembly");
  const bundles = join(frame.folder, "bundles");
  await synthesize({ outdir: assembly, environment, validate: false, bundles });

  say("up", 0);
  let world: World | undefined;
  const stack = await startStack({
    assembly,
    clock: "virtual",
    from,
    outsideArns: arnsOf(environment),
    ...(options.tickMinutes === undefined ? {} : { tickMinutes: options.tickMinutes }),
    ...(options.kills ? { kills: { count: options.kills, seed } } : {}),
    ...(directory === undefined ? {} : { directory }),
    ...(options.inboxPort === undefined ? {} : { inboxPort: options.inboxPort }),
    servers: async (up) => {
      const concepts = conceptCatalog(published.concepts);
      world = await startWorld(up, { seed, campaigns: published.campaigns, concepts });
      return world.variables;
    },
  });
  frame.closers.push(() => stack.stop());
  if (world === undefined) throw new Error("The stack came up without its outside world.");
  const outside: World = world;
  frame.closers.push(() => outside.close());

  const address = addressOf(stack);
  const stores = localStores(address);
  const clinic = await openClinic({ address, clock: stack.clock }, environment, published);
  await importAll(options, { stack, address, say });
  const meet = async () => {
    for (const [patient, language] of await readLanguages(stores)) {
      outside.languages.set(patient, language);
    }
  };
  await meet();
  await stack.runUntil(until, ({ now }) => {
    say("days", (now - from) / (until - from), now, outside);
  });
  await stack.settle();
  const pace = new Pace(stack, () => sum(outside.came()));
  return {
    ...{ stack, address, stores, clinic, world: outside },
    account: () => accountOf({ stack, address, stores, clinic, world: outside }),
    pace,
    keepPace: (signal) => pace.keep(signal, seldom(meet)),
    stop: frame.stop,
  };
}

/** Numbers that the template names, where they are somebody else's resources. */
function arnsOf({ channels }: Environment): Readonly<Record<string, string>> {
  if (channels === "made") return {};
  return { [channels.originationIdentity]: channels.originationArn };
}

/** Newcomers are met every so often: reading everybody twice a second would be all the work. */
function seldom(meet: () => Promise<void>): () => Promise<void> {
  let last = Date.now();
  return async () => {
    if (Date.now() - last < meetEveryMs) return;
    last = Date.now();
    await meet();
  };
}

const meetEveryMs = 15_000;

async function importAll(
  { data, seed, simulateContacts }: RunOptions,
  { stack, address, say }: { stack: LocalStack; address: StackAddress; say: Say },
): Promise<void> {
  const files = await feed(address, {
    directory: data,
    ...(simulateContacts ? { contacts: new SimulatedContacts(seed) } : {}),
    onProgress: (done, total) => say("files", done / total),
  });
  const watch: ImportWatch = watchImport(address, files, (share) => say("import", share));
  try {
    await stack.settle();
  } finally {
    watch.stop();
  }
}

const nothingYet: Came = { sms: 0, email: 0, voice: 0, answers: 0, tasks: 0 };

function sum(came: Came): number {
  return Object.values(came).reduce((total, count) => total + count, 0);
}

type Say = (phase: RunProgress["phase"], share: number, now?: Instant, world?: World) => void;

function reporter({ onProgress }: RunOptions, from: Instant): Say {
  return (phase, share, now = from, world = undefined) => {
    onProgress?.({ phase, share, now, came: world?.came() ?? nothingYet });
  };
}

export function addressOf(stack: LocalStack): StackAddress {
  const { dynamodb, sqs, s3 } = stack.endpoints;
  return {
    endpoints: { dynamodb, sqs, s3 },
    patientsTable: stack.tableName("patients"),
    ledgerTable: stack.tableName("ledger"),
    bucket: stack.bucketName("files"),
    importQueue: stack.queueUrl("import"),
    optOutQueue: stack.queueUrl("opt-outs"),
  };
}
