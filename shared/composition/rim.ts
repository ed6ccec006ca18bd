import type { SQSClient } from "@aws-sdk/client-sqs";
import middy from "@middy/core";
import { type QueueRim, reasonOf } from "#adapters/lambda/queue-handler";
import { createDeadLetters } from "#adapters/sqs/dead-letters";
import { createLogger, type Logger } from "#observability/logger";

/** A logger that writes allow-listed fields to the function's log. */
export function createFunctionLogger(name: string): Logger {
  return createLogger({
    // As an object: a line of JSON would be wrapped in quotes once more by the runtime.
    write: (line) => console.log(JSON.parse(line)),
    fields: { function: name },
  });
}

/** What a queue function has around its one sentence: its log and its dead-letter queue. */
export function createQueueRim(
  name: string,
  client: SQSClient,
  config: { readonly DEAD_QUEUE_URL: string },
): QueueRim {
  return {
    log: createFunctionLogger(name),
    dead: createDeadLetters(client, config.DEAD_QUEUE_URL),
  };
}

/** The outermost layer: what escapes a handler is logged by its code, then left to the service. */
export function withRim<Event, Answer>(
  handler: (event: Event) => Promise<Answer>,
  log: Logger,
): (event: Event, context: never) => Promise<Answer> {
  const wrapped = middy<Event, Answer>()
    .onError((request) => {
      log.error("The invocation failed", { error: reasonOf(request.error) });
    })
    .handler(handler as never);
  return wrapped as unknown as (event: Event, context: never) => Promise<Answer>;
}
