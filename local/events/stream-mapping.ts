import type { LocalClock } from "../clock.ts";
import type { LocalFunction } from "../runtime/local-function.ts";
import type { MappingPlan } from "../template/mappings.ts";
import { failedItems } from "./item-failures.ts";
import { matchesPattern } from "./pattern.ts";
import { type EventSource, Waker } from "./source.ts";
import type { StreamReader, StreamRecord } from "./stream-reader.ts";

/** Lambda's default for streams. */
const defaultBatchSize = 100;

/** Between two tries of a failing batch: doubled each time, up to a minute. Ms. */
const firstBackoffMs = 1_000;
const backoffMaxMs = 60_000;

/** Work that the shard waits for: records up to it are done before any after it. */
interface Line {
  readonly shard: string;
  readonly records: StreamRecord[];
  /** Sizes of the batches that a failed one was cut into. */
  readonly pieces: number[];
  tries: number;
  isBlocked: boolean;
}

/** What becomes of records that are given up. */
export type GiveUp = (arn: string, body: string) => void;

/**
 * A DynamoDB stream read for a function (Lambda guide, "Using Lambda with Amazon DynamoDB"): a
 * shard's records in order, a failing batch before anything after it, until its retries or the
 * age of its records are exhausted; then it is named in the on-failure destination.
 */
export class StreamMapping extends Waker implements EventSource {
  readonly id: string;
  readonly limit = 1;
  readonly #plan: MappingPlan;
  readonly #function: LocalFunction;
  readonly #clock: LocalClock;
  readonly #giveUp: GiveUp;
  readonly #lines = new Map<string, Line>();

  constructor(
    plan: MappingPlan,
    parts: {
      readonly reader: StreamReader;
      readonly handler: LocalFunction;
      readonly clock: LocalClock;
      readonly giveUp: GiveUp;
    },
  ) {
    super();
    this.id = plan.id;
    this.#plan = plan;
    this.#function = parts.handler;
    this.#clock = parts.clock;
    this.#giveUp = parts.giveUp;
    parts.reader.onRecords((shard, records) => this.#add(shard, records));
  }

  async step(): Promise<boolean> {
    for (const line of this.#lines.values()) {
      if (line.isBlocked || line.records.length === 0) continue;
      await this.#try(line);
      return true;
    }
    return false;
  }

  #add(shard: string, records: readonly StreamRecord[]): void {
    const { patterns } = this.#plan;
    const wanted = records.filter(
      (record) =>
        patterns.length === 0 || patterns.some((pattern) => matchesPattern(pattern, record)),
    );
    if (wanted.length === 0) return;
    const known = this.#lines.get(shard);
    const line = known ?? { shard, records: [], pieces: [], tries: 0, isBlocked: false };
    this.#lines.set(shard, line);
    line.records.push(...wanted);
    this.wake();
  }

  async #try(line: Line): Promise<void> {
    const size = line.pieces[0] ?? this.#plan.batchSize ?? defaultBatchSize;
    const batch = line.records.slice(0, size);
    if (this.#isTooOld(batch)) {
      this.#drop(line, batch, "RecordAgeExceeded");
      return;
    }
    const outcome = await this.#function.invoke({ Records: batch });
    const numbers = batch.map(({ dynamodb }) => dynamodb.SequenceNumber);
    const [first] = failedItems(outcome, numbers, this.#plan.reportsItemFailures);
    const done = first === undefined ? batch.length : numbers.indexOf(first);
    this.#advance(line, done, batch.length);
    if (first !== undefined) this.#fail(line, batch.slice(done), done > 0);
  }

  /** Forgets what is done; the rest of a cut batch stays a batch of its own. */
  #advance(line: Line, done: number, size: number): void {
    line.records.splice(0, done);
    if (done > 0) line.tries = 0;
    const rest = size - done;
    if (line.pieces.length > 0) line.pieces.splice(0, 1, ...(rest > 0 ? [rest] : []));
    else if (rest > 0 && done > 0) line.pieces.push(rest);
  }

  #fail(line: Line, batch: readonly StreamRecord[], hasProgressed: boolean): void {
    // Cutting a batch does not count as a retry.
    if (this.#plan.bisects && batch.length > 1 && !hasProgressed) {
      const half = Math.ceil(batch.length / 2);
      line.pieces.splice(0, line.pieces.length > 0 ? 1 : 0, half, batch.length - half);
      return;
    }
    if (line.pieces.length === 0) line.pieces.push(batch.length);
    line.tries += 1;
    if (line.tries > this.#plan.retriesMax) {
      this.#drop(line, batch, "RetryAttemptsExhausted");
      return;
    }
    const wait = Math.min(firstBackoffMs * 2 ** (line.tries - 1), backoffMaxMs);
    line.isBlocked = true;
    this.#clock.schedule(this.#clock.now() + wait, `retry:${this.id}`, () => {
      line.isBlocked = false;
      this.wake();
    });
  }

  #isTooOld([oldest]: readonly StreamRecord[]): boolean {
    if (oldest === undefined) return false;
    const at = oldest.dynamodb.ApproximateCreationDateTime * 1_000;
    return this.#clock.now() - at > this.#plan.recordAgeMaxMs;
  }

  #drop(line: Line, batch: readonly StreamRecord[], condition: string): void {
    const tries = line.tries;
    line.records.splice(0, batch.length);
    line.pieces.splice(0, 1);
    line.tries = 0;
    if (this.#plan.onFailureArn === undefined) return;
    const numbers = batch.map(({ dynamodb }) => dynamodb.SequenceNumber);
    const body = {
      requestContext: {
        functionArn: this.#function.arn,
        condition,
        approximateInvokeCount: tries,
      },
      version: "1.0",
      timestamp: new Date(this.#clock.now()).toISOString(),
      DDBStreamBatchInfo: {
        shardId: line.shard,
        startSequenceNumber: numbers[0],
        endSequenceNumber: numbers.at(-1),
        batchSize: batch.length,
        streamArn: batch[0]?.eventSourceARN,
      },
    };
    this.#giveUp(this.#plan.onFailureArn, JSON.stringify(body));
  }
}
