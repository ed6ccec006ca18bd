import { SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { touchTags } from "#contracts/touch-tag";
import { snsEnvelope } from "#support/sns-envelope";
import type { BenchRegion } from "./region.ts";

/** The most that one call of SQS takes. */
const batchMax = 10;

/**
 * The carrier, the mail system and Connect: they deliver everything, and nobody picks up a phone.
 * What they report goes onto the receipt queue as it does in a region: texts as sent and as delivered,
 * each contact event of a call.
 */
export function createOutside(region: BenchRegion) {
  const { clock, messaging, providers, sqs } = region;
  const seen = { sms: 0, email: 0, voice: 0 };
  let events = 0;
  let topicEvents = 0;
  const news = <Message>(channel: keyof typeof seen, received: readonly Message[]) => {
    const fresh = received.slice(seen[channel]);
    seen[channel] = received.length;
    return fresh;
  };
  return {
    /** Messages that providers took. */
    touches: () => seen.sms + seen.email + seen.voice,
    /** Reports that came onto the receipt queue, and how many of them by a topic: calls have none. */
    events: () => events,
    topicEvents: () => topicEvents,
    async report(): Promise<void> {
      const byTopic = [
        ...news("sms", providers.sms.received).flatMap(({ key }) =>
          ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"].map((type) => textEvent(key, type, clock.now())),
        ),
        ...news("email", providers.email.received).map(({ key }) => mailEvent(key, clock.now())),
      ];
      const byRule = news("voice", providers.voice.received).flatMap(({ key }) =>
        ["INITIATED", "DISCONNECTED", "COMPLETED"].map((type) => callEvent(key, type)),
      );
      const bodies = [...byTopic, ...byRule];
      events += bodies.length;
      topicEvents += byTopic.length;
      for (let at = 0; at < bodies.length; at += batchMax) {
        const Entries = bodies
          .slice(at, at + batchMax)
          .map((MessageBody, index) => ({ Id: String(index), MessageBody }));
        const QueueUrl = messaging.queueUrl("receipt");
        await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      }
    },
  };
}

function textEvent(touch: string, eventType: string, at: number): string {
  const event = {
    eventType,
    eventVersion: "1.0",
    eventTimestamp: at,
    messageId: `sms-${touch}`,
    messageStatus: eventType.slice("TEXT_".length),
    context: { touch },
  };
  return snsEnvelope(event, new Date(at).toISOString());
}

function mailEvent(touch: string, at: number): string {
  const tags = touchTags(touch).map(({ name, value }) => [name, [value]]);
  const event = {
    eventType: "Delivery",
    mail: { messageId: `mail-${touch}`, tags: Object.fromEntries(tags) },
    delivery: { timestamp: new Date(at).toISOString() },
  };
  return snsEnvelope(event, new Date(at).toISOString());
}

function callEvent(touch: string, eventType: string): string {
  return JSON.stringify({
    source: "aws.connect",
    "detail-type": "Amazon Connect Contact Event",
    detail: {
      eventType,
      contactId: `call-${touch}`,
      channel: "VOICE",
      initiationMethod: "API",
      attributes: { touch },
    },
  });
}
