import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { Environment, environmentNamed } from "#infra/environments";
import { regionStacks, resourcesOf } from "#support/region-stacks";

const production = regionStacks(environmentNamed("prod-us-east-1"));
const local = regionStacks();
const { pages } = production;
const made = resourcesOf(pages);
const of = (type: string) => made.filter((one) => one.type === type);
/** The properties of the only one of its kind. */
function only(type: string): Readonly<Record<string, unknown>> {
  const [found, ...more] = of(type);
  if (found === undefined || more.length > 0) throw new Error(`Not one ${type}`);
  return found.properties;
}
const exportersIn = (text: string) =>
  new Set([...text.matchAll(/"Fn::ImportValue":"([\w-]+):/g)].map(([, from]) => from));

describe("the pages' API", () => {
  it("has a route for each kind of link, which asks for no sign-in and hands every method to the function", () => {
    expect(of("AWS::ApiGatewayV2::Route").map(({ properties }) => properties)).toMatchObject([
      { RouteKey: "ANY /u/{token}", AuthorizationType: "NONE" },
      { RouteKey: "ANY /a/{token}", AuthorizationType: "NONE" },
    ]);
  });

  it("takes so many requests a second and no more, and keeps as many workers as hear a channel", () => {
    pages.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
    });
    pages.hasResourceProperties("AWS::Lambda::Function", { ReservedConcurrentExecutions: 20 });
  });

  it("logs no path: whoever has one can use the link", () => {
    const { AccessLogSettings } = only("AWS::ApiGatewayV2::Stage");
    const { Format } = AccessLogSettings as { readonly Format: string };
    expect(JSON.parse(Format)).toEqual({
      request: "$context.requestId",
      route: "$context.routeKey",
      method: "$context.httpMethod",
      status: "$context.status",
      latencyMs: "$context.responseLatency",
    });
    for (const { properties } of of("AWS::Logs::LogGroup")) {
      expect(properties).toMatchObject({ RetentionInDays: 180, KmsKeyId: expect.anything() });
    }
  });

  it("stands under the clinic's own name where one is given, and then under no other", () => {
    pages.hasResourceProperties("AWS::ApiGatewayV2::DomainName", {
      DomainName: "care.east.oak-clinic.example",
      DomainNameConfigurations: [Match.objectLike({ SecurityPolicy: "TLS_1_2" })],
    });
    pages.hasResourceProperties("AWS::ApiGatewayV2::Api", { DisableExecuteApiEndpoint: true });
    expect(resourcesOf(local.pages).map(({ type }) => type)).not.toContain(
      "AWS::ApiGatewayV2::DomainName",
    );
  });
});

describe("the links that messages carry", () => {
  const linkOf = ({ engine }: typeof production, name = "UNSUBSCRIBE_LINK", times = 1) => {
    const told = resourcesOf(engine).flatMap(({ properties }) => {
      const environment = properties["Environment"];
      const variables = Object(Object(environment)["Variables"]) as Record<string, unknown>;
      return name in variables ? [variables[name]] : [];
    });
    expect(told).toHaveLength(times);
    return told[0];
  };

  it("is the clinic's name, or the API's own address", () => {
    expect(linkOf(production)).toBe("https://care.east.oak-clinic.example/u/{token}");
    expect(linkOf(production, "PAGE_LINK", 2)).toBe(
      "https://care.east.oak-clinic.example/a/{token}",
    );
    expect(JSON.stringify(linkOf(local))).toMatch(
      /ImportValue.*rounds-local-pages.*\/u\/\{token\}/,
    );
  });

  it("outlives the engine: the stack leans on the data alone, and is guarded as it is", () => {
    expect(exportersIn(JSON.stringify(pages.toJSON()))).toEqual(
      new Set(["rounds-prod-us-east-1-data"]),
    );
  });
});

describe("what a page may do", () => {
  it("is to read one item of the patients' table, to change a page and no other, and to put work on two queues", () => {
    const { PolicyDocument } = only("AWS::IAM::ManagedPolicy");
    const { Statement } = PolicyDocument as {
      readonly Statement: readonly {
        readonly Action: string | readonly string[];
        readonly Resource: unknown;
        readonly Condition?: unknown;
      }[];
    };
    const changes = Statement.filter(({ Action }) => Action === "dynamodb:UpdateItem");
    expect(changes.map(({ Condition }) => Condition)).toEqual([
      { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["link#*"] } },
    ]);
    expect(Statement.flatMap(({ Action }) => Action).toSorted()).toEqual([
      "dynamodb:GetItem",
      "dynamodb:UpdateItem",
      "kms:Decrypt",
      "kms:GenerateDataKey",
      "logs:CreateLogStream",
      "logs:PutLogEvents",
      "sqs:SendMessage",
    ]);
  });

  it("is given to the API alone to use", () => {
    const callers = of("AWS::Lambda::Permission").map(({ properties }) => properties);
    expect(callers).not.toEqual([]);
    for (const caller of callers) {
      expect(caller).toMatchObject({ Principal: "apigateway.amazonaws.com" });
      expect(JSON.stringify(caller["SourceArn"])).toContain("execute-api");
    }
  });
});

describe("what patients ask on a page", () => {
  it("waits on a queue of its own, encrypted, for 14 days, and never behind receipts", () => {
    expect(of("AWS::SQS::Queue")).toHaveLength(4);
    for (const { properties } of of("AWS::SQS::Queue")) {
      expect(properties).toMatchObject({
        MessageRetentionPeriod: 14 * 86_400,
        KmsMasterKeyId: expect.anything(),
      });
    }
    const mappings = production.of("AWS::Lambda::EventSourceMapping");
    for (const name of ["unsubscribe", "rounds-prod-us-east-1-pages:ExportsOutputFnGetAttpage"]) {
      const readers = mappings.filter(({ properties }) =>
        JSON.stringify(properties["EventSourceArn"]).includes(name),
      );
      expect(readers).toHaveLength(1);
      expect(readers[0]?.properties).toMatchObject({
        ScalingConfig: { MaximumConcurrency: 2 },
        FunctionResponseTypes: ["ReportBatchItemFailures"],
      });
    }
  });

  it("that is dead, waits for two minutes or was answered with an error wakes somebody", () => {
    const alarms = production.of("AWS::CloudWatch::Alarm").map(({ properties }) => properties);
    const named = (name: string) =>
      alarms.filter(({ AlarmName }) => AlarmName === `rounds-prod-us-east-1-${name}`);
    expect(named("receive-receipt-dead-unsubscribe")).toHaveLength(1);
    expect(named("receive-receipt-waiting-unsubscribe")).toMatchObject([{ Threshold: 120 }]);
    expect(named("receive-email-dead-page")).toHaveLength(1);
    expect(named("receive-email-waiting-page")).toMatchObject([{ Threshold: 120 }]);
    expect(named("patient-page-errors")).toMatchObject([
      { MetricName: "5xx", Threshold: 0, EvaluationPeriods: 1 },
    ]);
    expect(named("patient-page-throttled")).toHaveLength(1);
  });
});

describe("the patients' table", () => {
  it("forgets links that have expired, and nothing else: no other item has the attribute", () => {
    production.data.hasResourceProperties("AWS::DynamoDB::Table", {
      TimeToLiveSpecification: { AttributeName: "expires", Enabled: true },
    });
  });
});

describe("an environment's pages", () => {
  const environment = environmentNamed("prod-us-east-1");
  const certificateArn = environment.pages?.certificateArn;

  it.each([
    [
      "a certificate of another region",
      { certificateArn: "arn:aws:acm:us-west-2:111122223333:certificate/a" },
    ],
    ["an address for a host name", { host: "https://care.oak-clinic.example" }],
    ["a setting nobody knows", { path: "/stop" }],
  ])("with %s are refused", (_, wrong) => {
    const pages = { host: "care.oak-clinic.example", certificateArn, ...wrong };
    expect(Environment.safeParse({ ...environment, pages }).success).toBe(false);
  });

  it("may have no name of their own", () => {
    const { pages: _, ...without } = environment;
    expect(Environment.safeParse(without).success).toBe(true);
  });
});
