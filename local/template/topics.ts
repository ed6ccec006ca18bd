import * as z from "zod";
import type { MessagingEngine } from "../engines/fauxqs.ts";
import { LocalProblem } from "../problem.ts";
import { nameInArn } from "./arn.ts";
import { type Deployment, Flag } from "./deployment.ts";
import type { PlacedResource } from "./resource.ts";

const SubscriptionProperties = z.looseObject({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  RawMessageDelivery: Flag.optional(),
  FilterPolicy: z.unknown().optional(),
  FilterPolicyScope: z.string().optional(),
});

/** Makes the topics and their subscriptions of queues. Mail to people is not sent from a laptop. */
export function createTopics(
  deployment: Deployment,
  messaging: MessagingEngine,
): readonly PlacedResource[] {
  const topics = deployment.ofType("AWS::SNS::Topic");
  for (const { name } of topics) messaging.server.createTopic(name);
  for (const resource of deployment.ofType("AWS::SNS::Subscription")) {
    subscribe(deployment, resource, messaging);
  }
  return topics;
}

function subscribe(deployment: Deployment, resource: PlacedResource, messaging: MessagingEngine) {
  const properties = deployment.properties(resource, SubscriptionProperties);
  const { Protocol, TopicArn, Endpoint, RawMessageDelivery, FilterPolicy } = properties;
  if (Protocol.startsWith("email") || Protocol === "https" || Protocol === "sms") return;
  if (Protocol !== "sqs") {
    throw new LocalProblem(
      "local/unknown-subscription",
      `${resource.stack.name}/${resource.logicalId} subscribes by ${Protocol}; the local stack ` +
        "plays queues only. Put a queue between the topic and what hears it.",
    );
  }
  messaging.server.subscribe({
    topic: nameInArn(TopicArn),
    queue: nameInArn(Endpoint),
    attributes: {
      ...(RawMessageDelivery === true && { RawMessageDelivery: "true" }),
      ...(FilterPolicy !== undefined && {
        FilterPolicy: JSON.stringify(FilterPolicy),
        FilterPolicyScope: properties.FilterPolicyScope ?? "MessageAttributes",
      }),
    },
  });
}
