import * as z from "zod";
import type { MessagingEngine } from "../engines/fauxqs.ts";
import { type Deployment, Whole } from "./deployment.ts";
import { arnOf, type PlacedResource } from "./resource.ts";

const QueueProperties = z.looseObject({
  VisibilityTimeout: Whole.default(30),
  DelaySeconds: Whole.optional(),
  FifoQueue: z.unknown().optional(),
  ContentBasedDeduplication: z.unknown().optional(),
  RedrivePolicy: z
    .looseObject({ deadLetterTargetArn: z.string(), maxReceiveCount: Whole })
    .optional(),
});

export interface LocalQueue {
  readonly resource: PlacedResource;
  readonly name: string;
  readonly arn: string;
  readonly visibilityTimeoutMs: number;
  /** Another queue sends its dead messages here. */
  readonly isDeadLetter: boolean;
}

export function createQueues(
  deployment: Deployment,
  messaging: MessagingEngine,
): readonly LocalQueue[] {
  const read = deployment.ofType("AWS::SQS::Queue").map((resource) => ({
    resource,
    properties: deployment.properties(resource, QueueProperties),
  }));
  const dead = new Set(read.map(({ properties }) => properties.RedrivePolicy?.deadLetterTargetArn));
  return read.map(({ resource, properties }) => {
    const { VisibilityTimeout, DelaySeconds, RedrivePolicy } = properties;
    const attributes = {
      VisibilityTimeout: String(VisibilityTimeout),
      ...(DelaySeconds !== undefined && { DelaySeconds: String(DelaySeconds) }),
      ...(RedrivePolicy !== undefined && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
      ...(isTrue(properties.FifoQueue) && { FifoQueue: "true" }),
      ...(isTrue(properties.ContentBasedDeduplication) && { ContentBasedDeduplication: "true" }),
    };
    messaging.server.createQueue(resource.name, { attributes });
    const arn = arnOf(resource);
    return {
      resource,
      name: resource.name,
      arn,
      visibilityTimeoutMs: VisibilityTimeout * 1_000,
      isDeadLetter: dead.has(arn),
    };
  });
}

function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}
