import type { LocalClock } from "../clock.ts";
import { callAws } from "../engines/aws-json.ts";
import { localRegion } from "../engines/fauxqs.ts";

/** An attribute as DynamoDB writes it, e.g. `{ "S": "x" }`. */
export type WireValue = Readonly<Record<string, unknown>>;
export type WireImage = Readonly<Record<string, WireValue>>;

/** A stream's record as Lambda hands it to a function. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: "INSERT" | "MODIFY" | "REMOVE";
  readonly eventSourceARN: string;
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys: WireImage;
    readonly NewImage?: WireImage;
    readonly OldImage?: WireImage;
    readonly SequenceNumber: string;
  };
}

interface Shard {
  readonly id: string;
  iterator: string | undefined;
}

/** Taken in one call. */
const recordsPerRead = 1_000;

/** One table's stream, read from its beginning, in order within a shard. */
export class StreamReader {
  readonly arn: string;
  readonly #endpoint: string;
  readonly #clock: LocalClock;
  readonly #shards = new Map<string, Shard>();
  readonly #listeners: ((shard: string, records: readonly StreamRecord[]) => void)[] = [];

  constructor(arn: string, endpoint: string, clock: LocalClock) {
    this.arn = arn;
    this.#endpoint = endpoint;
    this.#clock = clock;
  }

  onRecords(listener: (shard: string, records: readonly StreamRecord[]) => void): void {
    this.#listeners.push(listener);
  }

  /** Hands out what is new. Returns how many records that were. */
  async poll(): Promise<number> {
    const isOpen = [...this.#shards.values()].some(({ iterator }) => iterator !== undefined);
    if (!isOpen) await this.#findShards();
    let read = 0;
    for (const shard of this.#shards.values()) read += await this.#readShard(shard);
    return read;
  }

  async #readShard(shard: Shard): Promise<number> {
    let read = 0;
    while (shard.iterator !== undefined) {
      const { Records, NextShardIterator } = await this.#call<{
        readonly Records: readonly StreamRecord[];
        readonly NextShardIterator?: string;
      }>("GetRecords", { ShardIterator: shard.iterator, Limit: recordsPerRead });
      shard.iterator = NextShardIterator;
      if (Records.length === 0) break;
      read += Records.length;
      const records = Records.map((record) => this.#inStackTime(record));
      for (const listener of this.#listeners) listener(shard.id, records);
      if (Records.length < recordsPerRead) break;
    }
    return read;
  }

  async #findShards(): Promise<void> {
    const { StreamDescription } = await this.#call<{
      readonly StreamDescription: { readonly Shards: readonly { readonly ShardId: string }[] };
    }>("DescribeStream", { StreamArn: this.arn });
    for (const { ShardId } of StreamDescription.Shards) {
      if (this.#shards.has(ShardId)) continue;
      const { ShardIterator } = await this.#call<{ readonly ShardIterator: string }>(
        "GetShardIterator",
        { StreamArn: this.arn, ShardId, ShardIteratorType: "TRIM_HORIZON" },
      );
      this.#shards.set(ShardId, { id: ShardId, iterator: ShardIterator });
    }
  }

  #call<Output>(operation: string, input: unknown): Promise<Output> {
    return callAws(this.#endpoint, `DynamoDBStreams_20120810.${operation}`, input);
  }

  #inStackTime(record: StreamRecord): StreamRecord {
    const seconds = Math.floor(this.#clock.now() / 1_000);
    return {
      ...record,
      ...{ awsRegion: localRegion, eventSourceARN: this.arn },
      dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: seconds },
    };
  }
}
