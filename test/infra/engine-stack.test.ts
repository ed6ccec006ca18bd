import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { parseScheduleInput } from "#contracts/schedule-input";
import { environmentNamed } from "#infra/environments";
import { functionNames } from "#infra/function-names";
import { regionStacks } from "#support/region-stacks";

const { engine, of } = regionStacks();
const production = regionStacks(environmentNamed("prod-us-east-1"));

const nameOf = (properties: Readonly<Record<string, unknown>>) => String(properties["QueueName"]);
const queues = of("AWS::SQS::Queue");
const isDead = (properties: Readonly<Record<string, unknown>>) =>
  nameOf(properties).endsWith("-dead");

describe("every queue", () => {
  it("is encrypted and refuses plain HTTP", () => {
    const guarded = of("AWS::SQS::QueuePolicy").filter(({ properties }) =>
      JSON.stringify(properties).includes('"aws:SecureTransport":"false"'),
    );
    expect(guarded).toHaveLength(queues.length);
    for (const { properties } of queues) expect(properties["KmsMasterKeyId"]).toBeDefined();
  });

  it("gives up on a message after 5 deliveries and keeps it for 14 days", () => {
    const dead = new Set(queues.filter((queue) => isDead(queue.properties)).map(({ id }) => id));
    for (const { properties } of queues) {
      expect(properties["MessageRetentionPeriod"]).toBe(14 * 86_400);
      if (isDead(properties)) continue;
      const redrive = properties["RedrivePolicy"] as {
        deadLetterTargetArn: { "Fn::GetAtt": [string, string] };
        maxReceiveCount: number;
      };
      expect(redrive.maxReceiveCount).toBe(5);
      expect(dead).toContain(redrive.deadLetterTargetArn["Fn::GetAtt"][0]);
    }
  });

  it.each([
    "import",
    "opt-outs",
    "enroll",
    "sms",
    "email",
    "voice",
    "decide",
    "task",
    "urgent",
    "inbound-sms",
    "inbound-email",
    "receipt",
    "unsubscribe",
    "page",
    "mirror",
  ])("there is one for %s", (lane) => {
    const names = queues.map(({ properties }) => nameOf(properties));
    expect(names).toContain(`rounds-local-${lane}`);
    expect(names).toContain(`rounds-local-${lane}-dead`);
  });

  it("hides a message for at least 6 times as long as its function may run", () => {
    const functions = new Map(of("AWS::Lambda::Function").map((f) => [f.id, f.properties]));
    const mappings = of("AWS::Lambda::EventSourceMapping");
    expect(mappings).toHaveLength(16);
    const fed = mappings.flatMap(({ properties }) => {
      const source = JSON.stringify(properties["EventSourceArn"]);
      const queue = queues.find(({ id }) => source.includes(id));
      const { Ref: target } = properties["FunctionName"] as { Ref: string };
      return queue ? [{ queue, target: functions.get(target) }] : [];
    });
    expect(fed).toHaveLength(15);
    for (const { queue, target } of fed) {
      expect(queue.properties["VisibilityTimeout"]).toBeGreaterThanOrEqual(
        6 * Number(target?.["Timeout"]),
      );
    }
  });

  it("for the carrier's list waits a minute first: the confirmation of an opt-out goes before", () => {
    engine.hasResourceProperties("AWS::SQS::Queue", {
      QueueName: "rounds-local-mirror",
      DelaySeconds: 60,
    });
  });

  it("is read with an answer for each message, so that one failure repeats one message", () => {
    for (const { properties } of of("AWS::Lambda::EventSourceMapping")) {
      expect(properties["FunctionResponseTypes"]).toEqual(["ReportBatchItemFailures"]);
    }
  });
});

describe("every function", () => {
  it.each(functionNames)("%s is deployed as Node 24 on arm64 from its own folder", (name) => {
    const named = of("AWS::Lambda::Function").find(
      ({ properties }) => properties["FunctionName"] === `rounds-local-${name}`,
    );
    expect(named?.properties).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Handler: "index.handler",
      LoggingConfig: { LogFormat: "JSON" },
    });
  });

  it("keeps its logs encrypted and for a limited time", () => {
    const groups = of("AWS::Logs::LogGroup");
    const used = of("AWS::Lambda::Function").map(({ properties }) =>
      JSON.stringify(properties["LoggingConfig"]),
    );
    expect(new Set(used).size).toBe(functionNames.length);
    for (const config of used) expect(groups.some(({ id }) => config.includes(id))).toBe(true);
    for (const { properties } of groups) {
      expect(properties["RetentionInDays"]).toBe(180);
      expect(properties["KmsKeyId"]).toBeDefined();
    }
  });
});

describe("work that may never wait", () => {
  it("has reserved concurrency that bulk tasks cannot use up", () => {
    const { concurrency } = environmentNamed("prod-us-east-1");
    production.engine.hasResourceProperties("AWS::Lambda::Function", {
      FunctionName: "rounds-prod-us-east-1-raise-task",
      ReservedConcurrentExecutions: concurrency.urgent + concurrency.tasks,
    });
    production.engine.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      ScalingConfig: { MaximumConcurrency: concurrency.tasks },
      BatchSize: 5,
    });
  });

  it.each(["receive-sms", "receive-call", "receive-email", "receive-receipt"])(
    "%s has reserved concurrency",
    (name) => {
      engine.hasResourceProperties("AWS::Lambda::Function", {
        FunctionName: `rounds-local-${name}`,
        ReservedConcurrentExecutions: Match.anyValue(),
      });
    },
  );
});

describe("what starts the work", () => {
  it("is a release each minute and a selection each day in the clinic's zone", () => {
    engine.hasResourceProperties("AWS::Scheduler::Schedule", {
      ScheduleExpression: "rate(1 minute)",
      FlexibleTimeWindow: { Mode: "OFF" },
    });
    engine.hasResourceProperties("AWS::Scheduler::Schedule", {
      ScheduleExpression: "cron(0 5 * * ? *)",
      ScheduleExpressionTimezone: "America/New_York",
    });
  });

  it("hands over what the functions' contract reads", () => {
    for (const { properties } of of("AWS::Scheduler::Schedule")) {
      const { Input } = properties["Target"] as { Input: string };
      expect(parseScheduleInput(Input)).toMatchObject({ ok: true });
    }
  });

  it("is a stream of record writes that carry events, and of nothing else", () => {
    engine.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      FilterCriteria: {
        Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"events":{"S":[{"exists":true}]}}}}' }],
      },
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 20,
      DestinationConfig: { OnFailure: Match.anyValue() },
      StartingPosition: "TRIM_HORIZON",
    });
  });

  it("is what carriers, mail servers and Connect report", () => {
    engine.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: {
        source: ["aws.connect"],
        "detail-type": ["Amazon Connect Contact Event"],
      },
    });
    const topics = of("AWS::SNS::Topic").map(({ properties }) => properties["TopicName"]);
    expect(topics).toEqual(
      expect.arrayContaining([
        "rounds-local-sms-inbound",
        "rounds-local-sms-events",
        "rounds-local-email-inbound",
        "rounds-local-email-events",
      ]),
    );
    for (const { properties } of of("AWS::SNS::Topic")) {
      expect(properties["KmsMasterKeyId"]).toBeDefined();
    }
  });

  it("is a contact flow of this account's own Connect instance", () => {
    engine.hasResourceProperties("AWS::Lambda::Permission", {
      Principal: "connect.amazonaws.com",
      SourceAccount: "000000000000",
      SourceArn: Match.stringLikeRegexp("^arn:aws:connect:us-east-1:000000000000:instance/"),
    });
  });
});
