import type { SQSClient } from "@aws-sdk/client-sqs";
import middy from "@middy/core";
import { type QueueRim, reasonOf } from "#adapters/lambda/queue-handler";
import { createDeadLetters } from "#adapters/sqs/dead-letters";
import type { Logger } from "#observability/logger";
import { createMeter, type Meter } from "#observability/meter";
import { TryAgain, Unrecoverable } from "../errors.ts";
import { createFunctionLog } from "./function-log.ts";

export interface RimConfig {
  /** `METRICS_NAMESPACE`: one for each deployment. */
  readonly METRICS_NAMESPACE: string;
}

/** What every function says of itself: allow-listed log fields, and metrics of a closed list. */
export interface FunctionRim {
  readonly log: Logger;
  readonly meter: Meter;
}

export function createFunctionRim(name: string, config: RimConfig): FunctionRim {
  return {
    log: createFunctionLog(name),
    meter: createMeter({
      namespace: config.METRICS_NAMESPACE,
      // Past the runtime, which would wrap the line, and CloudWatch reads bare ones only.
      write: (line) => process.stdout.write(`${line}\n`),
    }),
  };
}

/** What a queue function has around its one sentence besides: its dead-letter queue. */
export function createQueueRim(
  name: string,
  client: SQSClient,
  config: RimConfig & { readonly DEAD_QUEUE_URL: string },
): QueueRim {
  return {
    ...createFunctionRim(name, config),
    dead: createDeadLetters(client, config.DEAD_QUEUE_URL),
  };
}

/**
 * The outermost layer: what was counted is written, whatever the end; what escapes a handler is
 * logged by its code, then left to the service, without the words of an error that is not ours.
 */
export function withRim<Event, Answer>(
  handler: (event: Event) => Promise<Answer>,
  { log, meter }: FunctionRim,
): (event: Event, context: never) => Promise<Answer> {
  const wrapped = middy<Event, Answer>()
    .after(() => meter.flush())
    .onError((request) => {
      log.error("The invocation failed", { error: reasonOf(request.error) });
      meter.flush();
      request.error = wordless(request.error);
    })
    .handler(handler as never);
  return wrapped as unknown as (event: Event, context: never) => Promise<Answer>;
}

/** The service writes messages into the log, and those of foreign errors quote what they were given. */
function wordless(error: unknown): Error {
  if (error instanceof TryAgain || error instanceof Unrecoverable) return error;
  const safe = new Error(reasonOf(error));
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  const frames = lines.filter((line) => /^\s+at \S/.test(line));
  safe.stack = [`Error: ${safe.message}`, ...frames].join("\n");
  return safe;
}
