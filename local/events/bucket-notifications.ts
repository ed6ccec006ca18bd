import type { SpyMessage } from "fauxqs";
import type { LocalClock } from "../clock.ts";
import { localRegion } from "../engines/fauxqs.ts";
import type { BucketNotification } from "../template/buckets.ts";
import type { EventBus } from "./event-bus.ts";
import { type EventSource, Waker } from "./source.ts";
import type { Targets } from "./targets.ts";

interface Written {
  readonly bucket: string;
  readonly key: string;
}

/** Tells queues, functions and the event bus of objects written to buckets. */
export class BucketNotifications extends Waker implements EventSource {
  readonly id = "bucket notifications";
  readonly limit = 1;
  readonly #notifications: readonly BucketNotification[];
  readonly #endpoint: string;
  readonly #clock: LocalClock;
  readonly #targets: Targets;
  readonly #bus: EventBus;
  readonly #written: Written[] = [];
  #sequence = 0;

  constructor(
    notifications: readonly BucketNotification[],
    parts: {
      readonly endpoint: string;
      readonly clock: LocalClock;
      readonly targets: Targets;
      readonly bus: EventBus;
    },
  ) {
    super();
    this.#notifications = notifications;
    this.#endpoint = parts.endpoint;
    this.#clock = parts.clock;
    this.#targets = parts.targets;
    this.#bus = parts.bus;
  }

  /** Told of everything that the engine does. */
  heard(event: SpyMessage): void {
    if (event.service !== "s3" || (event.status !== "uploaded" && event.status !== "copied"))
      return;
    this.#written.push({ bucket: event.bucket, key: event.key });
    this.wake();
  }

  async step(): Promise<boolean> {
    const written = this.#written.shift();
    if (written === undefined) return false;
    const wanted = this.#notifications.filter((notification) => isWanted(notification, written));
    if (wanted.length === 0) return true;
    const described = await this.#describe(written);
    for (const { target } of wanted) {
      if (target === "eventbridge") this.#bus.put(busEvent(written, described));
      else this.#targets.deliver(target, JSON.stringify(this.#event(written, described)));
    }
    return true;
  }

  async #describe({ bucket, key }: Written): Promise<Described> {
    const path = key.split("/").map(encodeURIComponent).join("/");
    const url = `${this.#endpoint}/${bucket}/${path}`;
    const { headers } = await fetch(url, { method: "HEAD" });
    return {
      size: Number(headers.get("content-length") ?? 0),
      eTag: (headers.get("etag") ?? "").replaceAll('"', ""),
    };
  }

  /** Amazon S3 guide, "Event message structure", version 2.1. */
  #event({ bucket, key }: Written, { size, eTag }: Described) {
    this.#sequence += 1;
    const sequencer = this.#sequence.toString(16).padStart(16, "0").toUpperCase();
    return {
      Records: [
        {
          eventVersion: "2.1",
          eventSource: "aws:s3",
          awsRegion: localRegion,
          eventTime: new Date(this.#clock.now()).toISOString(),
          eventName: "ObjectCreated:Put",
          s3: {
            s3SchemaVersion: "1.0",
            bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}` },
            object: { key: formEncoded(key), size, eTag, sequencer },
          },
        },
      ],
    };
  }
}

interface Described {
  readonly size: number;
  readonly eTag: string;
}

function isWanted(notification: BucketNotification, { bucket, key }: Written): boolean {
  const { events, prefix, suffix } = notification;
  return (
    notification.bucket === bucket &&
    events.some((event) => /^s3:(\*|ObjectCreated:(\*|Put))$/.test(event)) &&
    key.startsWith(prefix) &&
    key.endsWith(suffix)
  );
}

function busEvent({ bucket, key }: Written, { size, eTag }: Described) {
  return {
    source: "aws.s3",
    "detail-type": "Object Created",
    resources: [`arn:aws:s3:::${bucket}`],
    detail: { version: "0", bucket: { name: bucket }, object: { key, size, etag: eTag } },
  };
}

/** Keys in S3's events are written as in a form: a space is a plus. */
function formEncoded(key: string): string {
  return encodeURIComponent(key).replaceAll("%20", "+").replaceAll("%2F", "/");
}
