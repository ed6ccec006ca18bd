import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { minuteMs } from "#domain/time";
import type { FunctionName } from "#infra/function-names";
import { monday } from "#support/a-record";
import { type CrashCase, caseId } from "../case.ts";
import { type RecordedCall, Recording } from "../recording.ts";
import type { Said, Scenario } from "../scenario.ts";
import { Person, prepareLife } from "../scenarios/whole-life.ts";
import { type Ended, Invocation } from "../seam/invocation.ts";
import { namedTables } from "../seam/seam.ts";
import { type End, endOf, judgeEnd, ledgerIn, rowsIn, type Verdict } from "../verdict.ts";
import { clock } from "../world/clock.ts";
import { type BaselineName, composeIn, type Handler, WarmFunctions } from "../world/functions.ts";
import { prepareGround } from "../world/ground.ts";
import { type Invoke, insist, Life } from "../world/life.ts";
import type { Books } from "../world/provider.ts";
import { deadQueueOf } from "../world/queues.ts";
import { bucket, type Region } from "../world/region.ts";
import { type Contents, Tables } from "../world/tables.ts";
import { isHandled } from "./handled.ts";
import { type LeftBehind, leftBehind } from "./left-behind.ts";
import { type Feed, feedOf } from "./source.ts";
import { Misfortunes } from "./whole-life.ts";

export interface CaseResult {
  readonly id: string;
  readonly verdict: Verdict;
  /** Those of the function under trial; of a life, what befell whom. */
  readonly calls: readonly RecordedCall[];
  readonly struck?: readonly string[];
  /** Whether all that was planned came about. */
  readonly isPlayed: boolean;
  /** All that outlived the faults, shortened. */
  readonly left: string;
  /** Another case had left everything the same: what comes of that was seen there. */
  readonly isKnownEnd: boolean;
}

const doomedFile = fileURLToPath(new URL("doomed-process.ts", import.meta.url));

/** Past the lease of a claim and the hiding of a message. Ms. */
const laterMs = 7 * minuteMs;

/** A receipt comes within this. Ms. */
const receiptAfterMs = minuteMs;

/** Runs cases one after the other on one region. */
export class Laboratory {
  readonly #region: Region;
  readonly #grounds = new Map<string, Contents>();
  readonly #warm = new Map<string, WarmFunctions>();
  /** What came of each state in which a case was left, once nothing went wrong any more. */
  readonly #ends = new Map<string, Verdict>();

  constructor(region: Region) {
    this.#region = region;
  }

  async run(scenario: Scenario, crash: CrashCase): Promise<CaseResult> {
    const stage = await this.#open(scenario);
    scenario.open?.(this.#region);
    if (scenario.of === "publish-ledger") await stage.tables.openLedger(stage.ground.ledger);
    await this.#handIn(scenario.files ?? {});
    const recording = new Recording(crash.faults);
    const warm = this.#warmFor(crash.instead === undefined ? {} : { [scenario.of]: crash.instead });
    try {
      const feed = await feedOf(scenario, this.#region, stage.tables);
      const wasKilled = await this.#strike({ scenario, crash, recording, feed });
      const left = await leftBehind({ ...stage, region: this.#region, feed });
      const isStruck = crash.faults.length > 0;
      const key = [scenario.name, crash.instead, isStruck, crash.isSilent, left.digest].join();
      const known = this.#ends.get(key);
      const verdict = known ?? (await this.#liveOn({ scenario, crash, stage, warm, feed, left }));
      this.#ends.set(key, verdict);
      return {
        id: caseId(crash),
        verdict,
        calls: recording.calls,
        isPlayed: crash.isApart ? wasKilled : recording.isPlayed,
        left: left.digest,
        isKnownEnd: known !== undefined,
      };
    } finally {
      await this.#close(stage);
      if (scenario.isApart) warm.forget();
    }
  }

  /** The whole life of an enrollment, in which calls fail as a seed says. */
  async live(seed: number): Promise<CaseResult> {
    const stage = await this.#open({ name: "life", live: ["whole"], prepare: prepareLife });
    const { tables, books } = stage;
    const person = new Person(seed);
    const misfortunes = new Misfortunes(this.#region, seed);
    const world = { reactions: person.reactTo };
    const life = new Life({ region: this.#region, tables }, books, world);
    try {
      await tables.openLedger(stage.ground.ledger);
      await insist(misfortunes.invoke, "select-patients", selection);
      await life.goOn(misfortunes.invoke);
      const Records = await tables.written();
      await insist(misfortunes.invoke, "publish-ledger", { Records });
      const verdict = await this.#heal({ stage, life, warm: this.#warmFor({}), said: person.said });
      const { struck } = misfortunes;
      return {
        id: `life/${seed}`,
        verdict,
        calls: [],
        struck,
        isPlayed: true,
        left: "",
        isKnownEnd: false,
      };
    } finally {
      await this.#close(stage);
    }
  }

  /** Nothing goes wrong any more; what comes twice comes once more; then all of it is judged. */
  async #liveOn({ scenario, crash, stage, warm, feed, left }: Trial): Promise<Verdict> {
    const { tables, books } = stage;
    await tables.openLedger(stage.ground.ledger);
    const world = crash.isSilent ? {} : { receiptAfterMs };
    const life = new Life({ region: this.#region, tables }, books, world);
    const invoke = invokeOf(warm);
    if (feed.isWaiting) {
      const event = await feed.next();
      if (event) await insist(invoke, scenario.of, event);
    }
    await life.goOn(invoke);
    await feed.redrive();
    await life.publish(invoke, left.records);
    const { said = [], missing = none, behind = none } = scenario;
    const wanted = (end: End) =>
      crash.faults.length > 0 ? missing(end) : [...missing(end), ...behind(end)];
    return this.#heal({ stage, life, warm, said, missing: wanted });
  }

  /** Until nothing is left to do anywhere; what was put aside is given back. */
  async #heal({ stage, life, warm, said, missing }: Healing): Promise<Verdict> {
    const { queues } = this.#region;
    const { tables, books, ground } = stage;
    const invoke = invokeOf(warm);
    await life.goOn(invoke);
    while ((await queues.redrive()) > 0) await life.goOn(invoke);
    await life.publish(invoke, []);
    const written = distinct([...ledgerIn(ground.ledger), ...rowsIn(tables.images())]);
    const rest = { at: clock.now(), books, left: queues.left() };
    const end = endOf(await tables.contents(), written, rest);
    const verdict = judgeEnd(end, said);
    return { ...verdict, lost: [...verdict.lost, ...(missing?.(end) ?? [])] };
  }

  async #open({ name, live, prepare }: Setting): Promise<Stage> {
    const { dynamodb, provider } = this.#region;
    const ground =
      this.#grounds.get(name) ?? (await prepareGround(dynamodb.endpoint, live, prepare));
    this.#grounds.set(name, ground);
    clock.set(monday);
    const books = provider.open();
    const tables = new Tables(dynamodb.endpoint);
    await tables.open(ground.patients);
    return { tables, books, ground };
  }

  async #close({ tables }: Stage): Promise<void> {
    await this.#region.queues.empty();
    await tables.drop();
  }

  /**
   * The message comes, and comes again, and meets the faults that are planned.
   * @returns whether the first process was killed.
   */
  async #strike({ scenario, crash, recording, feed }: Strike): Promise<boolean> {
    const fresh = () => composeIn(this.#region, scenario.of, crash.instead);
    const first = new Invocation(recording.of(1));
    const handler = await fresh();
    const event = await feed.next();
    if (crash.redelivery === "concurrently") {
      const { reached, letGoOn } = first.standAtFault();
      const ended = first.run(() => handler(event, {}));
      await Promise.race([reached, ended]);
      await feed.repeat();
      await again(feed, recording, await fresh());
      letGoOn();
      return (await ended).is === "killed";
    }
    const ended = crash.isApart
      ? await this.#apart(scenario, crash, event)
      : await first.run(() => handler(event, {}));
    if (crash.redelivery === "later") clock.moveTo(clock.now() + laterMs);
    else await feed.repeat();
    const wasKilled = ended.is === "killed";
    // What a process of its own called was not counted here: what comes again meets no fault.
    const after = crash.isApart ? new Recording([]) : recording;
    await again(feed, after, wasKilled ? await fresh() : handler);
    return wasKilled;
  }

  /** Has a process of its own do it, which the system kills at the fault. */
  async #apart({ of: name }: Scenario, { faults }: CrashCase, event?: object): Promise<Ended> {
    const deadQueueUrl = this.#region.messaging.queueUrl(deadQueueOf(name));
    const doom = { name, deadQueueUrl, event, at: clock.now(), tables: namedTables(), faults };
    const child = fork(doomedFile, { stdio: "ignore" });
    child.send(doom);
    const [, signal] = await once(child, "exit");
    return signal === "SIGKILL" ? { is: "killed" } : { is: "answered", answer: undefined };
  }

  #warmFor(instead: Readonly<Partial<Record<FunctionName, BaselineName>>>): WarmFunctions {
    const key = JSON.stringify(instead);
    const warm = this.#warm.get(key) ?? new WarmFunctions(this.#region, instead);
    this.#warm.set(key, warm);
    return warm;
  }

  async #handIn(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [key, body] of Object.entries(files)) {
      const url = `${this.#region.messaging.endpoint}/${bucket}/${encodeURIComponent(key)}`;
      await fetch(url, { method: "PUT", body });
    }
  }
}

const none = (): readonly string[] => [];

/** The daily schedule's word. */
const selection = { schema: "select.v1", organization: "oak" };

type Setting = Pick<Scenario, "name" | "live" | "prepare">;

/** Where one case takes place. */
interface Stage {
  readonly tables: Tables;
  readonly books: Books;
  readonly ground: Contents;
}

interface Trial {
  readonly scenario: Scenario;
  readonly crash: CrashCase;
  readonly stage: Stage;
  readonly warm: WarmFunctions;
  readonly feed: Feed;
  readonly left: LeftBehind;
}

interface Healing {
  readonly stage: Stage;
  readonly life: Life;
  readonly warm: WarmFunctions;
  readonly said: readonly Said[];
  readonly missing?: NonNullable<Scenario["missing"]>;
}

interface Strike {
  readonly scenario: Scenario;
  readonly crash: CrashCase;
  readonly recording: Recording;
  readonly feed: Feed;
}

/** The same event once more; this time what was handled is done with. */
async function again(feed: Feed, recording: Recording, handler: Handler): Promise<void> {
  const event = await feed.next();
  if (!event) return;
  const second = new Invocation(recording.of(2));
  if (isHandled(await second.run(() => handler(event, {})))) await feed.done();
}

function invokeOf(warm: WarmFunctions): Invoke {
  return async (name: FunctionName, event: unknown) => {
    const handler = await warm.of(name);
    return isHandled(await new Invocation(quiet).run(() => handler(event, {})));
  };
}

const quiet = { fateOf: () => undefined, answered: () => undefined };

function distinct<Row extends { patient: string; revision: number; index: number }>(
  rows: readonly Row[],
): readonly Row[] {
  const byKey = new Map(rows.map((row) => [`${row.patient}/${row.revision}/${row.index}`, row]));
  return [...byKey.values()];
}
