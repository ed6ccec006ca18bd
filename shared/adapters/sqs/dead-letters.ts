import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { DeadLetters } from "../lambda/queue-handler.ts";

/**
 * Puts a message that nobody can handle into the dead-letter queue, with its reason as an
 * attribute. The body is what came in, so that a redrive gives it back as it was.
 */
export function createDeadLetters(client: SQSClient, url: string): DeadLetters {
  return {
    async bury({ body, reason }) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: url,
          MessageBody: body,
          MessageAttributes: { reason: { DataType: "String", StringValue: reason } },
        }),
      );
    },
  };
}
