import { localAccount, localRegion } from "../engines/fauxqs.ts";
import type { StackTemplate } from "./assembly.ts";

/** One resource of one stack, with the names by which people and code speak of it. */
export interface PlacedResource {
  readonly stack: StackTemplate;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** From `aws:asset:path`, relative to the assembly. */
  readonly assetPath: string | undefined;
  /** Ids from the app down to the construct, without CDK's own `Resource`. */
  readonly path: readonly string[];
  /** The physical name: the template's own, or made of stack and logical id. */
  readonly name: string;
}

const nameProperties: Readonly<Record<string, string>> = {
  "AWS::DynamoDB::Table": "TableName",
  "AWS::DynamoDB::GlobalTable": "TableName",
  "AWS::SQS::Queue": "QueueName",
  "AWS::SNS::Topic": "TopicName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::Scheduler::Schedule": "Name",
  "AWS::Events::Rule": "Name",
  "AWS::Events::EventBus": "Name",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::IAM::Role": "RoleName",
};

export function placeResources(stacks: readonly StackTemplate[]): readonly PlacedResource[] {
  return stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources).map(([logicalId, resource]) => {
      const { Type: type, Properties: properties, Metadata: metadata } = resource;
      const given = properties[nameProperties[type] ?? ""];
      const made = madeName(stack.name, logicalId, type);
      const path = metadata["aws:cdk:path"];
      const assetPath = metadata["aws:asset:path"];
      return {
        stack,
        logicalId,
        type,
        properties,
        assetPath: typeof assetPath === "string" ? assetPath : undefined,
        path: typeof path === "string" ? pathOf(path) : [logicalId],
        name: typeof given === "string" ? given : made,
      };
    }),
  );
}

function madeName(stack: string, logicalId: string, type: string): string {
  const name = `${stack}-${logicalId}`;
  // Bucket names have no capitals and at most 63 characters; queue names at most 80.
  return type === "AWS::S3::Bucket" ? name.toLowerCase().slice(-63) : name.slice(-80);
}

function pathOf(path: string): readonly string[] {
  return path.split("/").filter((part) => part !== "Resource" && part !== "Default");
}

/** What `Fn::GetAtt … Arn` gives. Tables' come from the engine, which chooses its own region. */
export function arnOf({ type, name }: Pick<PlacedResource, "type" | "name">): string {
  const at = (service: string, rest: string) =>
    `arn:aws:${service}:${localRegion}:${localAccount}:${rest}`;
  switch (type) {
    case "AWS::SQS::Queue":
      return at("sqs", name);
    case "AWS::SNS::Topic":
      return at("sns", name);
    case "AWS::S3::Bucket":
      return `arn:aws:s3:::${name}`;
    case "AWS::Lambda::Function":
      return at("lambda", `function:${name}`);
    case "AWS::Events::EventBus":
      return at("events", `event-bus/${name}`);
    case "AWS::IAM::Role":
      return `arn:aws:iam::${localAccount}:role/${name}`;
    case "AWS::KMS::Key":
      return at("kms", `key/${name}`);
    case "AWS::Logs::LogGroup":
      return at("logs", `log-group:${name}:*`);
    default:
      return at("local", name);
  }
}
