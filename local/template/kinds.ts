import { LocalProblem } from "../problem.ts";
import type { PlacedResource } from "./resource.ts";

/** Resource types that the local stack makes or reads. */
const played = new Set([
  "AWS::DynamoDB::Table",
  "AWS::DynamoDB::GlobalTable",
  "AWS::SQS::Queue",
  "AWS::SNS::Topic",
  "AWS::SNS::Subscription",
  "AWS::S3::Bucket",
  "AWS::Lambda::Function",
  "AWS::Lambda::EventSourceMapping",
  "AWS::Lambda::EventInvokeConfig",
  "AWS::Scheduler::Schedule",
  "AWS::Events::Rule",
  "AWS::Events::EventBus",
  "AWS::IAM::Role",
  "AWS::IAM::Policy",
  "AWS::IAM::ManagedPolicy",
  "Custom::S3BucketNotifications",
]);

/**
 * Types without which the stack still does its work on a laptop: keys, logs, alarms, sending
 * identities (the outside world is played), and what only guards or describes.
 */
const harmless = [
  /^AWS::KMS::/,
  /^AWS::Logs::/,
  /^AWS::CloudWatch::/,
  /^AWS::CloudTrail::/,
  /^AWS::Backup::/,
  /^AWS::Budgets::/,
  // How staff come in is played by `local/access` once somebody opens the console. Of HTTP APIs, the
  // routes that ask for no sign-in are read, and served by `local/engines/public-api.ts`.
  /^AWS::Cognito::/,
  /^AWS::ApiGatewayV2::/,
  /^AWS::CloudFront::/,
  /^AWS::WAFv2::/,
  // Made in an instance that is there, or played by `local/outside`.
  /^AWS::Connect::/,
  /^AWS::SMSVOICE::/,
  /^AWS::SES::/,
  /^AWS::SSM::/,
  /^AWS::SQS::QueuePolicy$/,
  /^AWS::SNS::TopicPolicy$/,
  /^AWS::S3::BucketPolicy$/,
  /^AWS::Events::EventBusPolicy$/,
  /^AWS::Lambda::(Permission|Version|Alias|LayerVersion|Url)$/,
  /^AWS::Scheduler::ScheduleGroup$/,
  /^AWS::CDK::Metadata$/,
  /^AWS::CloudFormation::/,
  /^Custom::S3AutoDeleteObjects$/,
  /^Custom::LogRetention$/,
  /^Custom::CrossRegionExport/,
];

/** Functions that CDK adds for its own deployments: nothing on a laptop ever calls them. */
const deploymentHelpers = /^(Custom::|BucketNotificationsHandler|LogRetention|AWS679f53fac002430)/;

export function isDeploymentHelper(resource: PlacedResource): boolean {
  return resource.path.some((part) => deploymentHelpers.test(part));
}

/**
 * How many resources of which types do nothing here.
 * @throws LocalProblem naming every type that is neither played nor known to be harmless.
 */
export function countSkipped(resources: readonly PlacedResource[]): Record<string, number> {
  const skipped: Record<string, number> = {};
  const unknown = new Map<string, string>();
  for (const { type, logicalId, stack } of resources) {
    if (played.has(type)) continue;
    if (harmless.some((pattern) => pattern.test(type))) {
      skipped[type] = (skipped[type] ?? 0) + 1;
    } else {
      unknown.set(type, `${stack.name}/${logicalId}`);
    }
  }
  if (unknown.size === 0) return skipped;
  const named = [...unknown].map(([type, where]) => `${type} (${where})`).join(", ");
  throw new LocalProblem(
    "local/unknown-resource",
    `The local stack does not know ${named}. ` +
      "Play it in local/template, or list it in local/template/kinds.ts as harmless.",
  );
}
