import { describe, expect, it } from "vitest";
import { parseAlarmEvent } from "#contracts/aws/alarm-event";
import { environmentNamed } from "#infra/environments";
import { regionStacks } from "#support/region-stacks";

const production = environmentNamed("prod-us-east-1");
const { of, watch } = regionStacks(production);
const alarms = of("AWS::CloudWatch::Alarm");

const alarm = (name: string) => {
  const found = alarms.find(
    ({ properties }) => properties["AlarmName"] === `rounds-prod-us-east-1-${name}`,
  );
  if (!found) throw new Error(`no alarm ${name}`);
  return found.properties;
};

interface Counted {
  readonly MetricStat?: {
    readonly Metric: {
      readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
    };
  };
}

interface Widget {
  readonly type: string;
  readonly y: number;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly (readonly unknown[])[];
  };
}

const [screen] = of("AWS::CloudWatch::Dashboard");
/** What CloudFormation makes of it: the parts that it fills in are left out. */
function joined(body: unknown): string {
  const [, parts] = (body as { readonly "Fn::Join": readonly [string, readonly unknown[]] })[
    "Fn::Join"
  ];
  return parts.map((part) => (typeof part === "string" ? part : "")).join("");
}

const { widgets } = JSON.parse(joined(screen?.properties["DashboardBody"])) as {
  readonly widgets: readonly Widget[];
};

describe("the screen of a region", () => {
  it("begins with what patients feel: what was sent, what did not arrive, who waits", () => {
    const charts = widgets.filter(({ type }) => type === "metric").slice(0, 3);
    expect(new Set(charts.map(({ y }) => y)).size).toBe(1);
    expect(charts.map(({ properties }) => properties.title)).toEqual([
      "Sent to patients",
      "Did not arrive, or nobody knows",
      expect.stringContaining("wait (seconds)"),
    ]);
  });

  it("explains itself in words, with the pages that help", () => {
    const words = widgets.find(({ type }) => type === "text")?.properties.markdown;
    expect(words).toContain("us-east-1");
    expect(words).toContain("docs/runbooks/watch.md");
    expect(words).toContain("rounds halt");
  });

  it("shows the state of every alarm there is", () => {
    const shown = widgets.flatMap(({ properties }) => properties.alarms ?? []);
    const names = shown.map((arn) => arn.split(":alarm:")[1]);
    expect(names.toSorted()).toEqual(
      alarms.map(({ properties }) => String(properties["AlarmName"])).toSorted(),
    );
  });

  it("looks at queues and functions that are there", () => {
    const named = widgets.flatMap(({ properties }) =>
      (properties.metrics ?? []).flatMap(([namespace, , dimension, name]) =>
        namespace === "AWS/SQS" || namespace === "AWS/Lambda" ? [[dimension, name]] : [],
      ),
    );
    const there = new Set(
      [...of("AWS::SQS::Queue"), ...of("AWS::Lambda::Function")].map(({ properties }) =>
        String(properties["QueueName"] ?? properties["FunctionName"]),
      ),
    );
    expect(named.length).toBeGreaterThan(30);
    for (const [, name] of named) expect(there).toContain(name);
  });

  it("fits a dashboard: at most 500 series a chart and 100 alarms (CloudWatch quotas)", () => {
    for (const { properties } of widgets) {
      expect(properties.metrics?.length ?? 0).toBeLessThan(100);
      expect(properties.alarms?.length ?? 0).toBeLessThanOrEqual(100);
    }
  });
});

describe("the stack that looks after a region", () => {
  it("is replaced without touching the engine: it takes nothing from it but names", () => {
    const imports = JSON.stringify(watch.toJSON()).match(/"Fn::ImportValue":"([^"]+)"/g) ?? [];
    expect(imports.filter((one) => one.includes("engine"))).toEqual([]);
    expect(watch.toJSON()).not.toHaveProperty("Outputs");
  });
});

describe("a channel that halted itself, because its provider refuses the account", () => {
  it("is told of, whichever channel it is and whatever the provider's reason", () => {
    const { Metrics } = alarm("account-refused") as { readonly Metrics: readonly Counted[] };
    const counted = Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric.Dimensions ?? []);
    const values = (name: string) =>
      new Set(counted.flatMap(({ Name, Value }) => (Name === name ? [Value] : [])));
    expect(values("channel")).toEqual(new Set(["sms", "email", "voice"]));
    expect(values("reason")).toEqual(new Set(["spend-limit", "account"]));
  });
});

describe("a channel that sends far more than was planned", () => {
  it.each(["sms", "email", "voice"])(
    "%s is halted by its alarm, which people hear too",
    (channel) => {
      const { AlarmActions, Threshold } = alarm(`too-many-${channel}`) as {
        readonly AlarmActions: readonly string[];
        readonly Threshold: number;
      };
      expect(AlarmActions).toEqual([
        "arn:aws:sns:us-east-1:111122223333:rounds-prod-us-east-1-alarms",
        "arn:aws:lambda:us-east-1:111122223333:function:rounds-prod-us-east-1-halt-channel",
      ]);
      expect(Threshold).toBeGreaterThan(0);
    },
  );

  it("may be halted by its own alarms only", () => {
    const callers = of("AWS::Lambda::Permission")
      .filter(
        ({ properties }) => properties["Principal"] === "lambda.alarms.cloudwatch.amazonaws.com",
      )
      .map(({ properties }) => properties["SourceArn"]);
    expect(callers).toHaveLength(3);
    for (const channel of ["sms", "email", "voice"]) {
      const { AlarmName } = alarm(`too-many-${channel}`);
      expect(callers).toContain(`arn:aws:cloudwatch:us-east-1:111122223333:alarm:${AlarmName}`);
    }
  });

  it("is not there where no ceiling is set", () => {
    const names = regionStacks()
      .of("AWS::CloudWatch::Alarm")
      .map(({ properties }) => String(properties["AlarmName"]));
    expect(names.filter((name) => name.includes("too-many"))).toEqual([]);
  });
});

describe("what CloudWatch tells a function", () => {
  it("is the alarm and its state, and nothing else is read", () => {
    const alarmData = { alarmName: "a-too-many-sms", state: { value: "ALARM", reason: "> 10" } };
    const event = parseAlarmEvent({ source: "aws.cloudwatch", alarmData });
    expect(event).toEqual({ ok: true, value: { alarm: "a-too-many-sms", isRaised: true } });
    expect(parseAlarmEvent({ alarmData: { alarmName: "a" } })).toMatchObject({ ok: false });
  });
});
