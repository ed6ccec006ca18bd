import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { environmentNamed } from "#infra/environments";
import { taskQueueNames } from "#infra/voice/queue-names";
import { regionStacks } from "#support/region-stacks";

const environment = environmentNamed("prod-us-east-1");
const { voice, engine, of } = regionStacks(environment);
const instance = `arn:aws:connect:us-east-1:111122223333:instance/${environment.connect.instanceId}`;

/** A flow's content as CloudFormation joins it, with `<id.attribute>` for what it fills in. */
function contentOf(name: string): string {
  const flow = of("AWS::Connect::ContactFlow").find(
    ({ properties }) => properties["Name"] === `rounds-prod-us-east-1-${name}`,
  );
  const content = flow?.properties["Content"];
  if (typeof content === "string") return content;
  const [, parts] = (content as { "Fn::Join": [string, readonly unknown[]] })["Fn::Join"];
  return parts
    .map((part) =>
      typeof part === "string"
        ? part
        : `<${(part as { "Fn::GetAtt": readonly string[] })["Fn::GetAtt"].join(".")}>`,
    )
    .join("");
}

describe("an environment that has its flows made", () => {
  it("gets them and the queues in the Connect instance that is there, and no instance", () => {
    const flows = of("AWS::Connect::ContactFlow").map(({ properties }) => properties["Name"]);
    expect(flows.toSorted()).toEqual(
      ["call", "inbound", "task", "waiting"].map((name) => `rounds-prod-us-east-1-${name}`),
    );
    const queues = of("AWS::Connect::Queue").map(({ properties }) => properties["Name"]);
    expect(queues.toSorted()).toEqual(
      ["callers", ...taskQueueNames].toSorted().map((name) => `rounds-prod-us-east-1-${name}`),
    );
    for (const type of ["ContactFlow", "Queue", "HoursOfOperation"]) {
      for (const { properties } of of(`AWS::Connect::${type}`)) {
        expect(properties["InstanceArn"]).toBe(instance);
      }
    }
    expect(of("AWS::Connect::Instance")).toEqual([]);
  });

  it.each(["call", "inbound", "task", "waiting"])("has a %s flow that Connect can read", (name) => {
    const flow = JSON.parse(contentOf(name));
    expect(flow.Version).toBe("2019-10-30");
    expect(flow.Actions.length).toBeGreaterThan(5);
  });

  it("lets callers wait for agents in the clinic's hours, and only so many of them", () => {
    voice?.hasResourceProperties("AWS::Connect::Queue", {
      Name: "rounds-prod-us-east-1-callers",
      MaxContacts: 10,
    });
    const [hours] = of("AWS::Connect::HoursOfOperation");
    expect(hours?.properties["TimeZone"]).toBe("America/New_York");
    expect(hours?.properties["Config"]).toHaveLength(5);
    expect(hours?.properties["Config"]).toContainEqual({
      Day: "FRIDAY",
      StartTime: { Hours: 9, Minutes: 0 },
      EndTime: { Hours: 17, Minutes: 0 },
    });
  });

  it("asks the deployment's own function what a key means, and Connect knows that function", () => {
    expect(contentOf("call")).toContain(
      "arn:aws:lambda:us-east-1:111122223333:function:rounds-prod-us-east-1-receive-call",
    );
    engine.hasResourceProperties("AWS::Connect::IntegrationAssociation", {
      InstanceId: instance,
      IntegrationType: "LAMBDA_FUNCTION",
      IntegrationArn: Match.anyValue(),
    });
  });

  it("begins calls and tasks with them", () => {
    const told = (name: string, variable: string) => {
      const worker = of("AWS::Lambda::Function").find(
        ({ properties }) => properties["FunctionName"] === `rounds-prod-us-east-1-${name}`,
      );
      const { Variables } = worker!.properties["Environment"] as {
        readonly Variables: Readonly<Record<string, unknown>>;
      };
      return JSON.stringify(Variables[variable]);
    };
    expect(told("place-call", "CONNECT_CALL_FLOW_ID")).toContain("flowcall");
    expect(told("raise-task", "CONNECT_TASK_FLOW_ID")).toContain("flowtask");
  });
});

describe("an environment that names flows of its own", () => {
  it("has nothing made in Connect", () => {
    const local = regionStacks();
    expect(local.voice).toBeUndefined();
    expect(local.resources.filter(({ type }) => type.startsWith("AWS::Connect::"))).toEqual([]);
  });
});
