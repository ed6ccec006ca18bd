import { App, CfnDeletionPolicy, Stack } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { CfnGlobalTable, CfnTable } from "aws-cdk-lib/aws-dynamodb";
import * as lambda from "aws-cdk-lib/aws-lambda";
import { CfnLogGroup } from "aws-cdk-lib/aws-logs";
import * as s3 from "aws-cdk-lib/aws-s3";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import * as sns from "aws-cdk-lib/aws-sns";
import * as sqs from "aws-cdk-lib/aws-sqs";
import { describe, expect, it } from "vitest";
import { acknowledge } from "#infra/acknowledge";
import { RoundsChecks, rules } from "#infra/rules/rounds-checks";

const key = "arn:aws:kms:us-east-1:000000000000:key/a";

type Plant = (stack: Stack) => void;

/** The rules that are broken by what is planted. */
function findings(plant: Plant): readonly string[] {
  const app = new App();
  const stack = new Stack(app, "planted");
  plant(stack);
  const { violations } = new RoundsChecks().validateScope(app);
  return violations.map(({ ruleName }) => ruleName.replace(/^Rounds-/, ""));
}

const attributes = (...names: readonly string[]) =>
  names.map((attributeName) => ({ attributeName, attributeType: "S" }));
const keySchema = [{ attributeName: "pk", keyType: "HASH" }];
const settings = {
  sseSpecification: { sseEnabled: true, sseType: "KMS", kmsMasterKeyId: key },
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtectionEnabled: true,
};
const due = {
  indexName: "due",
  keySchema: [{ attributeName: "lane", keyType: "HASH" }],
  projection: { projectionType: "KEYS_ONLY" },
};

function table(overrides: object = {}): (stack: Stack) => CfnTable {
  const attributeDefinitions = attributes("pk", "lane");
  return (stack) =>
    new CfnTable(stack, "table", {
      ...{ keySchema, attributeDefinitions, globalSecondaryIndexes: [due], ...settings },
      streamSpecification: { streamViewType: "NEW_IMAGE" },
      ...overrides,
    });
}

/** A table in two regions, of which the second may differ. */
function globalTable(second: object = {}): (stack: Stack) => CfnGlobalTable {
  const { sseSpecification, ...others } = settings;
  const replica = (region: string) => ({
    region,
    ...others,
    sseSpecification: { kmsMasterKeyId: sseSpecification.kmsMasterKeyId },
  });
  return (stack) =>
    new CfnGlobalTable(stack, "table", {
      keySchema,
      attributeDefinitions: attributes("pk"),
      replicas: [replica("us-east-1"), { ...replica("us-west-2"), ...second }],
    });
}

function queue(stack: Stack, id: string, overrides: Partial<sqs.QueueProps> = {}): sqs.Queue {
  const masterKey = { encryption: sqs.QueueEncryption.KMS_MANAGED };
  return new sqs.Queue(stack, id, { ...masterKey, enforceSSL: true, ...overrides });
}

function watch(stack: Stack, watched: sqs.Queue, metric = "ApproximateNumberOfMessagesVisible") {
  const { queueName } = watched;
  new cloudwatch.CfnAlarm(stack, `alarm-${watched.node.id}`, {
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 1,
    metricName: metric,
    dimensions: [{ name: "QueueName", value: queueName }],
    alarmActions: ["arn:aws:sns:us-east-1:000000000000:alarms"],
  });
}

function workQueue(overrides: Partial<sqs.QueueProps> = {}, metric?: string): Plant {
  return (stack) => {
    const dead = queue(stack, "dead");
    watch(stack, dead, metric);
    queue(stack, "work", { deadLetterQueue: { queue: dead, maxReceiveCount: 5 }, ...overrides });
  };
}

function handler(stack: Stack, overrides: object = {}): lambda.CfnFunction {
  return new lambda.CfnFunction(stack, "handler", {
    code: { zipFile: "// not run" },
    role: "arn:aws:iam::000000000000:role/r",
    runtime: "nodejs24.x",
    architectures: ["arm64"],
    reservedConcurrentExecutions: 2,
    loggingConfig: { logGroup: "ours", logFormat: "JSON" },
    ...overrides,
  });
}

/** A function that nothing is reserved for, and what starts it. */
function started(by: (stack: Stack, functionArn: string) => void): Plant {
  return (stack) => {
    const { attrArn } = handler(stack, { reservedConcurrentExecutions: undefined });
    by(stack, attrArn);
  };
}
const polled = (overrides: object) =>
  started((stack, functionName) => {
    new lambda.CfnEventSourceMapping(stack, "from-queue", { functionName, ...overrides });
  });
const scheduled = started((stack, arn) => {
  new CfnSchedule(stack, "daily", {
    flexibleTimeWindow: { mode: "OFF" },
    scheduleExpression: "rate(1 day)",
    target: { arn, roleArn: "arn:aws:iam::000000000000:role/r" },
  });
});
const called = started((stack, functionName) => {
  const action = "lambda:InvokeFunction";
  new lambda.CfnPermission(stack, "anybody", { functionName, action, principal: "*" });
});

function topic(overrides: Partial<sns.TopicProps> = {}): Plant {
  return (stack) => {
    const made = new sns.Topic(stack, "topic", { enforceSSL: true, ...overrides });
    (made.node.defaultChild as sns.CfnTopic).kmsMasterKeyId = key;
  };
}

const closed = { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL, enforceSSL: true };
function bucket(overrides: Partial<s3.BucketProps> = {}): Plant {
  return (stack) => {
    new s3.Bucket(stack, "bucket", {
      encryption: s3.BucketEncryption.S3_MANAGED,
      ...closed,
      ...overrides,
    });
  };
}

function logGroup(overrides: object = {}): Plant {
  return (stack) => {
    new CfnLogGroup(stack, "logs", { retentionInDays: 180, kmsKeyId: key, ...overrides });
  };
}

const kept =
  (make: (stack: Stack) => CfnTable | CfnGlobalTable): Plant =>
  (stack) => {
    make(stack).cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
  };

const sound: readonly [string, Plant][] = [
  ["a table", kept(table())],
  ["a global table", kept(globalTable())],
  ["a table of other things, without a stream", table({ globalSecondaryIndexes: [] })],
  ["a table that goes with its stack, unprotected", table({ deletionProtectionEnabled: false })],
  ["a queue with its dead-letter queue", workQueue()],
  ["a topic", topic()],
  ["a bucket", bucket()],
  ["a log group", logGroup()],
  ["a function with a reservation", handler],
  ["a function behind a bounded poller", polled({ scalingConfig: { maximumConcurrency: 2 } })],
  ["a function behind a stream", polled({ startingPosition: "TRIM_HORIZON" })],
  ["a function that a schedule starts", scheduled],
];

const unprotected = { deletionProtectionEnabled: false };
const unrestorable = { pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false } };
const keyless = { sseSpecification: { sseEnabled: true } };

/** What is wrong, the rule that says so, and how it is planted. */
const mistakes: readonly [string, string, Plant][] = [
  ["a table with AWS's key", "TableHasKey", table(keyless)],
  ["a replica with AWS's key", "TableHasKey", globalTable({ sseSpecification: undefined })],
  ["a table that cannot be restored", "TableIsRestorable", table(unrestorable)],
  ["a replica that cannot be restored", "TableIsRestorable", globalTable(unrestorable)],
  ["a kept table that may be deleted", "KeptTableIsProtected", kept(table(unprotected))],
  ["a kept replica that may be deleted", "KeptTableIsProtected", kept(globalTable(unprotected))],
  ["records without a stream", "PatientsTableStreams", table({ streamSpecification: undefined })],
  [
    "records whose stream holds no events",
    "PatientsTableStreams",
    table({ streamSpecification: { streamViewType: "KEYS_ONLY" } }),
  ],
  [
    "a queue without a key",
    "QueueHasKey",
    workQueue({ encryption: sqs.QueueEncryption.SQS_MANAGED }),
  ],
  ["a queue that takes plain HTTP", "QueueRefusesPlainHttp", workQueue({ enforceSSL: false })],
  ["a queue that gives up without a trace", "QueueGivesUpLoudly", (stack) => queue(stack, "work")],
  ["a dead-letter queue whose size nobody watches", "QueueGivesUpLoudly", workQueue({}, "Other")],
  [
    "a queue that is watched, but nothing dead comes to it",
    "QueueGivesUpLoudly",
    (stack) => watch(stack, queue(stack, "work")),
  ],
  ["a topic that takes plain HTTP", "TopicRefusesPlainHttp", topic({ enforceSSL: false })],
  ["a log group without a retention", "LogGroupEnds", logGroup({ retentionInDays: undefined })],
  ["a log group without a key", "LogGroupEnds", logGroup({ kmsKeyId: undefined })],
  ["a bucket that takes plain HTTP", "BucketIsClosed", bucket({ enforceSSL: false })],
  [
    "a bucket that is half open",
    "BucketIsClosed",
    bucket({ blockPublicAccess: s3.BlockPublicAccess.BLOCK_ACLS }),
  ],
  [
    "a function on another runtime",
    "FunctionRunsAsTested",
    (stack) => handler(stack, { runtime: "nodejs22.x" }),
  ],
  [
    "a function on x86",
    "FunctionRunsAsTested",
    (stack) => handler(stack, { architectures: undefined }),
  ],
  [
    "a function that logs where Lambda likes",
    "FunctionKeepsItsLogs",
    (stack) => handler(stack, { loggingConfig: undefined }),
  ],
  ["a function that nothing bounds", "FunctionIsBounded", polled({})],
  ["a function that anybody may call at any rate", "FunctionIsBounded", called],
];

describe("our own rules", () => {
  it.each(sound)("find nothing wrong with %s", (_, plant) => {
    expect(findings(plant)).toEqual([]);
  });

  it.each(mistakes)("find %s: %s", (_, rule, plant) => {
    expect(findings(plant)).toEqual([rule]);
  });

  it("find a topic without a key", () => {
    expect(findings((stack) => new sns.Topic(stack, "topic", { enforceSSL: true }))).toEqual([
      "TopicHasKey",
    ]);
  });

  it("are each broken once here", () => {
    const broken = new Set(["TopicHasKey", ...mistakes.map(([, rule]) => rule)]);
    expect([...broken].toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
  });

  it("can be accepted where they stand, by name and with a reason", () => {
    const because = { "Rounds-FunctionIsBounded": "It is called once, when the stack is made." };
    const accepted: Plant = (stack) => {
      called(stack);
      acknowledge(stack, because);
    };
    expect(findings(accepted)).toEqual([]);
  });
});
