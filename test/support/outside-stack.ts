import type { Instant } from "#domain/time";
import { VirtualClock } from "#local/clock";
import type { LocalStackForServers, OutgoingEvent } from "#local/local-stack";

/** A stack as its outside world sees it: what came in is kept, and time is moved by hand. */
export interface OutsideStack extends LocalStackForServers {
  readonly published: { readonly topic: string; readonly message: Record<string, unknown> }[];
  readonly events: OutgoingEvent[];
  readonly invoked: { readonly functionId: string; readonly event: unknown }[];
  /** Runs what is planned until then, in order. */
  liveUntil(at: Instant): Promise<void>;
}

export const morning: Instant = Date.UTC(2026, 9, 5, 14);

export function outsideStack(overrides: Partial<LocalStackForServers> = {}): OutsideStack {
  const clock = new VirtualClock(morning);
  const published: OutsideStack["published"] = [];
  const events: OutgoingEvent[] = [];
  const invoked: OutsideStack["invoked"] = [];
  const endpoint = "http://127.0.0.1:9";
  return {
    clock,
    endpoints: {
      ...{ dynamodb: endpoint, sqs: endpoint, sns: endpoint },
      ...{ s3: endpoint, sesv2: endpoint },
    },
    async invoke(functionId, event) {
      invoked.push({ functionId, event });
      return {};
    },
    async publish(topic, message) {
      published.push({ topic, message: JSON.parse(message) });
    },
    async putEvent(event) {
      events.push(event);
    },
    queueUrl: (name) => `${endpoint}/${name}`,
    tableName: (name) => name,
    bucketName: (name) => name,
    published,
    events,
    invoked,
    async liveUntil(at) {
      for (let next = clock.next(); next !== undefined && next <= at; next = clock.next()) {
        clock.moveTo(next);
        await clock.runDue();
      }
      clock.moveTo(at);
    },
    ...overrides,
  };
}
