import { describe, expect, it } from "vitest";
import { environmentNamed } from "#infra/environments";
import { regionStacks, type TemplateResource } from "#support/region-stacks";

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const { of, resources } = regionStacks(environmentNamed("prod-us-east-1"));
const policies = of("AWS::IAM::ManagedPolicy");

/** Resources that end in a wildcard, because somebody else chooses the last part of the name. */
const openEnds = [
  ...["incoming", "opt-outs"].flatMap((prefix) =>
    ["", "quarantine/", "reports/"].map(
      (place) => `arn:aws:s3:::rounds-prod-us-east-1-files-111122223333/${place}${prefix}/*`,
    ),
  ),
  "arn:aws:connect:us-east-1:111122223333:instance/9f0e3c52-6a2d-4a4b-8c36-0d8f5b8b7a10/contact/*",
];

/** Actions that take no resource (Service Authorization Reference): a grant on one is void. */
const withoutResource = ["connect:StartOutboundVoiceContact", "dynamodb:ListStreams"];

function statementsOf({ properties }: TemplateResource): readonly Statement[] {
  const document = properties["PolicyDocument"] as { readonly Statement: readonly Statement[] };
  return document.Statement;
}

function statementsFor(id: string): readonly Statement[] {
  const policy = policies.find((candidate) => candidate.id.startsWith(id));
  if (!policy) throw new Error(`No policy ${id}`);
  return statementsOf(policy);
}

function actionsOf(id: string): readonly string[] {
  return statementsFor(id).flatMap(({ Action }) => Action);
}

/** Who may do it, and to what. */
function grantsOf(action: string) {
  return policies.flatMap((policy) =>
    statementsOf(policy)
      .filter(({ Action }) => [Action].flat().includes(action))
      .map(({ Resource }) => ({ holder: policy.id.replace(/[0-9A-F]{8}$/, ""), Resource })),
  );
}

describe("what a function may do", () => {
  it("is written in policies of its own: none inline, none of AWS's", () => {
    expect(resources.filter(({ type }) => type === "AWS::IAM::Policy")).toEqual([]);
    for (const { properties } of of("AWS::IAM::Role")) {
      expect(JSON.stringify(properties)).not.toContain("ManagedPolicyArns");
    }
  });

  it("names every action and every resource, but for ends that others name", () => {
    for (const statement of policies.flatMap(statementsOf)) {
      for (const action of [statement.Action].flat()) expect(action).not.toContain("*");
      for (const resource of [statement.Resource].flat()) {
        if (resource === "*") {
          expect(withoutResource).toContain(statement.Action);
        } else if (typeof resource === "string" && resource.includes("*")) {
          expect(openEnds).toContain(resource);
        } else {
          expect(JSON.stringify(resource)).not.toContain("*");
        }
      }
    }
  });

  it("lets one function send texts, one send mail, one call, and one raise tasks", () => {
    const holders = (action: string) =>
      policies.filter((policy) =>
        statementsOf(policy)
          .flatMap((s) => s.Action)
          .includes(action),
      ).length;
    expect(holders("sms-voice:SendTextMessage")).toBe(1);
    expect(holders("ses:SendEmail")).toBe(1);
    expect(holders("connect:StartOutboundVoiceContact")).toBe(1);
    expect(holders("connect:StartTaskContact")).toBe(1);
  });

  it("lets one function put numbers on the carrier's list, and another take them off", () => {
    const list = "arn:aws:sms-voice:us-east-1:111122223333:opt-out-list/rounds-prod-us-east-1";
    expect(grantsOf("sms-voice:PutOptedOutNumber")).toEqual([
      { holder: "optoutsmirroroptoutsworkerpermissions", Resource: list },
    ]);
    expect(grantsOf("sms-voice:DeleteOptedOutNumber")).toEqual([
      { holder: "hearingreceivesmsworkerpermissions", Resource: list },
    ]);
  });

  it("lets selection and release read patients but never change them", () => {
    for (const id of ["selectionselectpatients", "lanesreleasedue"]) {
      const writes = actionsOf(`${id}workerpermissions`).filter((action) =>
        /^dynamodb:(Put|Update|Delete)/.test(action),
      );
      expect(writes).toEqual([]);
    }
  });

  it("lets the ledger be added to; its writer reads back and deletes nothing but what tallies wait for", () => {
    const statements = statementsFor("publishledgerworkerpermissions");
    const reading = ["GetItem", "Query", "DeleteItem"].map((verb) => `dynamodb:${verb}`);
    const may = statements.filter(({ Action }) =>
      [Action].flat().some((action) => reading.includes(action)),
    );
    expect(may).toHaveLength(1);
    expect(may[0]?.Condition).toEqual({
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["*#reach"] },
    });
  });
});

describe("who may call in", () => {
  it("is one AWS service for each topic and queue, for this account only", () => {
    for (const { properties } of [...of("AWS::SQS::QueuePolicy"), ...of("AWS::SNS::TopicPolicy")]) {
      const document = properties["PolicyDocument"] as {
        readonly Statement: readonly { Effect: string; Principal: unknown; Condition?: unknown }[];
      };
      for (const { Effect, Condition } of document.Statement) {
        if (Effect !== "Allow") continue;
        expect(Condition).toEqual({ StringEquals: { "aws:SourceAccount": "111122223333" } });
      }
    }
  });
});
