import * as z from "zod";
import type { MessagingEngine } from "../engines/fauxqs.ts";
import type { Deployment } from "./deployment.ts";

const Filter = z
  .looseObject({
    S3Key: z.looseObject({
      Rules: z.array(z.looseObject({ Name: z.string(), Value: z.string() })),
    }),
  })
  .optional();

/** CloudFormation writes one `Event`, the API and CDK's custom resource write `Events`. */
const Target = z.looseObject({
  Event: z.string().optional(),
  Events: z.array(z.string()).optional(),
  Filter: z.unknown().optional(),
  Queue: z.string().optional(),
  QueueArn: z.string().optional(),
  Function: z.string().optional(),
  LambdaFunctionArn: z.string().optional(),
});

const Notifications = z.looseObject({
  QueueConfigurations: z.array(Target).default([]),
  LambdaConfigurations: z.array(Target).default([]),
  LambdaFunctionConfigurations: z.array(Target).default([]),
  EventBridgeConfiguration: z.unknown().optional(),
});

const BucketProperties = z.looseObject({
  NotificationConfiguration: Notifications.optional(),
});

const CustomProperties = z.looseObject({
  BucketName: z.string(),
  NotificationConfiguration: Notifications,
});

export interface BucketNotification {
  readonly bucket: string;
  /** A queue's or function's ARN, or `eventbridge`. */
  readonly target: string;
  /** As `s3:ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
}

export interface LocalBuckets {
  readonly names: readonly string[];
  readonly notifications: readonly BucketNotification[];
}

export function createBuckets(deployment: Deployment, messaging: MessagingEngine): LocalBuckets {
  const buckets = deployment.ofType("AWS::S3::Bucket");
  const own = buckets.flatMap((resource) => {
    messaging.server.createBucket(resource.name);
    const { NotificationConfiguration: found } = deployment.properties(resource, BucketProperties);
    return found === undefined ? [] : notificationsOf(resource.name, found);
  });
  const custom = deployment.ofType("Custom::S3BucketNotifications").flatMap((resource) => {
    const { BucketName, NotificationConfiguration } = deployment.properties(
      resource,
      CustomProperties,
    );
    return notificationsOf(BucketName, NotificationConfiguration);
  });
  return { names: buckets.map(({ name }) => name), notifications: [...own, ...custom] };
}

function notificationsOf(
  bucket: string,
  configuration: z.infer<typeof Notifications>,
): readonly BucketNotification[] {
  const targets = [
    ...configuration.QueueConfigurations,
    ...configuration.LambdaConfigurations,
    ...configuration.LambdaFunctionConfigurations,
  ].flatMap((target) => {
    const arn = target.Queue ?? target.QueueArn ?? target.Function ?? target.LambdaFunctionArn;
    if (arn === undefined) return [];
    const events = target.Events ?? (target.Event === undefined ? [] : [target.Event]);
    return [{ bucket, target: arn, events, ...keysOf(target.Filter) }];
  });
  if (configuration.EventBridgeConfiguration === undefined) return targets;
  const all = { bucket, target: "eventbridge", events: ["s3:*"], prefix: "", suffix: "" };
  return [...targets, all];
}

/** CloudFormation nests the rules under `S3Key`, the API under `Key`. */
function keysOf(filter: unknown): { readonly prefix: string; readonly suffix: string } {
  const rules =
    Filter.safeParse(filter).data?.S3Key.Rules ?? ApiFilter.safeParse(filter).data?.Key.FilterRules;
  const ruleOf = (name: string) =>
    rules?.find((rule) => rule.Name.toLowerCase() === name)?.Value ?? "";
  return { prefix: ruleOf("prefix"), suffix: ruleOf("suffix") };
}

const ApiFilter = z
  .looseObject({
    Key: z.looseObject({
      FilterRules: z.array(z.looseObject({ Name: z.string(), Value: z.string() })),
    }),
  })
  .optional();
