import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Every function of the mini stack tells the test's stage manager what it was given and does as it
 * is told: answer, throw, crash or hang.
 */
const handler = `
export async function handler(event) {
  const seen = {
    name: process.env.AWS_LAMBDA_FUNCTION_NAME,
    pid: process.pid,
    now: Date.now(),
    date: new Date().toISOString(),
    text: Date(),
    variables: { QUEUE: process.env.QUEUE, TABLE: process.env.TABLE },
    event,
  };
  const response = await fetch(process.env.STAGE_MANAGER, { method: "POST", body: JSON.stringify(seen) });
  const told = await response.json();
  if (told.crash) process.exit(3);
  if (told.hang) await new Promise((resolve) => setTimeout(resolve, 60_000));
  if (told.fail) throw new Error(told.fail);
  return told.answer;
}
`;

const importedFrom = (name: string) => ({ "Fn::ImportValue": `mini-data:${name}` });
const arnOf = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });

/** What must outlive the engine: a table with a due index, and the bucket with its queue. */
const data = {
  Resources: {
    Key: { Type: "AWS::KMS::Key", Properties: {} },
    Patients: {
      Type: "AWS::DynamoDB::Table",
      Metadata: { "aws:cdk:path": "mini/data/patients/Resource" },
      Properties: {
        AttributeDefinitions: [
          { AttributeName: "pk", AttributeType: "S" },
          { AttributeName: "lane", AttributeType: "S" },
          { AttributeName: "dueAt", AttributeType: "N" },
        ],
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
        StreamSpecification: { StreamViewType: "NEW_IMAGE" },
        GlobalSecondaryIndexes: [
          {
            IndexName: "due",
            KeySchema: [
              { AttributeName: "lane", KeyType: "HASH" },
              { AttributeName: "dueAt", KeyType: "RANGE" },
            ],
            Projection: { ProjectionType: "KEYS_ONLY" },
          },
        ],
      },
    },
    Files: {
      Type: "AWS::S3::Bucket",
      Metadata: { "aws:cdk:path": "mini/data/files/Resource" },
      Properties: {
        NotificationConfiguration: {
          QueueConfigurations: [
            {
              Event: "s3:ObjectCreated:*",
              Queue: arnOf("ImportQueue"),
              Filter: { S3Key: { Rules: [{ Name: "prefix", Value: "incoming/" }] } },
            },
          ],
        },
      },
    },
    ImportQueue: { Type: "AWS::SQS::Queue", Properties: { QueueName: "mini-test-import" } },
  },
  Outputs: {
    Table: { Value: { Ref: "Patients" }, Export: { Name: "mini-data:table" } },
    Stream: {
      Value: { "Fn::GetAtt": ["Patients", "StreamArn"] },
      Export: { Name: { "Fn::Join": [":", ["mini-data", "stream"]] } },
    },
    Import: { Value: arnOf("ImportQueue"), Export: { Name: "mini-data:import" } },
  },
};

function lambda(name: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    Type: "AWS::Lambda::Function",
    Metadata: { "aws:cdk:path": `mini/engine/${name}/Resource`, "aws:asset:path": "asset.code" },
    Properties: {
      FunctionName: `mini-test-${name}`,
      Role: arnOf("Role"),
      Handler: "index.handler",
      Runtime: "nodejs24.x",
      Timeout: 2,
      Code: {
        S3Bucket: { "Fn::Sub": ["cdk-assets-", "$", "{AWS::AccountId}"].join("") },
        S3Key: "code.zip",
      },
      Environment: {
        Variables: { QUEUE: { Ref: "WorkQueue" }, TABLE: importedFrom("table") },
      },
      ...more,
    },
  };
}

function mapping(source: unknown, target: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    Type: "AWS::Lambda::EventSourceMapping",
    Properties: {
      EventSourceArn: source,
      FunctionName: { Ref: target },
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ...more,
    },
  };
}

function policy(actions: readonly string[], resource: unknown) {
  const statement = { Effect: "Allow", Action: actions, Resource: resource };
  return { PolicyDocument: { Version: "2012-10-17", Statement: [statement] } };
}

const engine = {
  Resources: {
    Alarm: { Type: "AWS::CloudWatch::Alarm", Properties: { Anything: { "Fn::Unheard": "of" } } },
    Role: {
      Type: "AWS::IAM::Role",
      Properties: { Policies: [policy(["dynamodb:*", "lambda:*", "logs:*", "sqs:*"], "*")] },
    },
    WorkQueue: {
      Type: "AWS::SQS::Queue",
      Properties: {
        QueueName: "mini-test-work",
        VisibilityTimeout: 60,
        RedrivePolicy: { deadLetterTargetArn: arnOf("WorkDead"), maxReceiveCount: 3 },
      },
    },
    WorkDead: { Type: "AWS::SQS::Queue", Properties: { QueueName: "mini-test-work-dead" } },
    StreamDead: { Type: "AWS::SQS::Queue", Properties: { QueueName: "mini-test-stream-dead" } },
    Replies: { Type: "AWS::SNS::Topic", Properties: { TopicName: "mini-test-replies" } },
    Hear: {
      Type: "AWS::SNS::Subscription",
      Properties: {
        TopicArn: { Ref: "Replies" },
        Protocol: "sqs",
        Endpoint: arnOf("WorkQueue"),
        FilterPolicy: { kind: ["reply"] },
      },
    },
    Worker: lambda("worker"),
    Follower: lambda("follower"),
    Importer: lambda("importer"),
    Ticker: lambda("ticker"),
    Daily: lambda("daily"),
    Listener: lambda("listener"),
    WorkMapping: mapping(arnOf("WorkQueue"), "Worker", { BatchSize: 5 }),
    ImportMapping: mapping(importedFrom("import"), "Importer"),
    StreamMapping: mapping(importedFrom("stream"), "Follower", {
      BatchSize: 10,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 1,
      StartingPosition: "TRIM_HORIZON",
      FilterCriteria: {
        Filters: [
          {
            Pattern:
              '{"eventName":["INSERT","MODIFY"],"dynamodb":{"NewImage":{"kind":{"S":["told"]}}}}',
          },
        ],
      },
      DestinationConfig: { OnFailure: { Destination: arnOf("StreamDead") } },
    }),
    Tick: {
      Type: "AWS::Scheduler::Schedule",
      Properties: {
        ScheduleExpression: "rate(1 minute)",
        Target: {
          Arn: arnOf("Ticker"),
          RoleArn: arnOf("Role"),
          Input: '{"at":"<aws.scheduler.scheduled-time>"}',
        },
      },
    },
    EachDay: {
      Type: "AWS::Scheduler::Schedule",
      Properties: {
        ScheduleExpression: "cron(0 9 * * ? *)",
        ScheduleExpressionTimezone: "America/New_York",
        Target: { Arn: arnOf("Daily"), RoleArn: arnOf("Role"), Input: "{}" },
      },
    },
    CallEnded: {
      Type: "AWS::Events::Rule",
      Properties: {
        EventPattern: { source: ["aws.connect"], detail: { eventType: ["DISCONNECTED"] } },
        Targets: [{ Id: "listener", Arn: arnOf("Listener") }],
      },
    },
  },
};

/** Writes the assembly to a folder of its own and returns its path. */
export function miniAssembly(): string {
  const root = mkdtempSync(join(tmpdir(), "rounds-mini-"));
  const code = join(root, "asset.code");
  mkdirSync(code);
  writeFileSync(join(code, "index.mjs"), handler);
  const write = (file: string, value: unknown) =>
    writeFileSync(join(root, file), JSON.stringify(value));
  const stack = (name: string) => ({
    type: "aws:cloudformation:stack",
    properties: { templateFile: `${name}.template.json`, stackName: name },
  });
  write("mini-data.template.json", data);
  write("mini-engine.template.json", engine);
  write("manifest.json", {
    artifacts: { "mini-engine": stack("mini-engine"), "mini-data": stack("mini-data") },
  });
  return root;
}
