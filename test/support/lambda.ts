import type { SQSEvent } from "aws-lambda";
import type { DeadLetters, QueueRim } from "#adapters/lambda/queue-handler";
import { createLogger } from "#observability/logger";
import { createMeter } from "#observability/meter";

/** What a function's log and dead-letter queue got. */
export interface Rim extends QueueRim {
  readonly lines: readonly string[];
  /** Metric lines; `meter.flush` writes them. */
  readonly metrics: readonly string[];
  readonly buried: readonly { readonly body: string; readonly reason: string }[];
}

export function rim(dead: Partial<DeadLetters> = {}): Rim {
  const lines: string[] = [];
  const metrics: string[] = [];
  const buried: { body: string; reason: string }[] = [];
  return {
    lines,
    metrics,
    buried,
    meter: createMeter({ namespace: "rounds-test", write: (line) => metrics.push(line) }),
    log: createLogger({ write: (line) => lines.push(line), level: "debug" }),
    dead: {
      bury: async (letter) => {
        buried.push(letter);
      },
      ...dead,
    },
  };
}

/** A batch as the service hands it over; `receives` is how often it came already. */
export function batch(bodies: readonly unknown[], receives = 1): SQSEvent {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `m${index + 1}`,
      receiptHandle: `h${index + 1}`,
      body: typeof body === "string" ? body : JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: String(receives),
        SentTimestamp: "0",
        SenderId: "sender",
        ApproximateFirstReceiveTimestamp: "0",
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:us-east-1:000000000000:queue",
      awsRegion: "us-east-1",
    })),
  };
}
