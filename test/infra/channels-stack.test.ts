import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { parseSesEvent } from "#contracts/aws/ses-event";
import { parseSmsEvent } from "#contracts/aws/sms-event";
import { environmentNamed } from "#infra/environments";
import { regionStacks } from "#support/region-stacks";

const production = regionStacks(environmentNamed("prod-us-east-1"));
const staging = regionStacks(environmentNamed("staging-us-west-2"));
const { channels, data, engine, of } = production;

/** The one resource of this type. */
function only(type: string): Readonly<Record<string, unknown>> {
  const [found, ...others] = of(type);
  expect(others).toEqual([]);
  if (!found) throw new Error(`No ${type}.`);
  return found.properties;
}
const imported = (part: string) => ({
  "Fn::ImportValue": expect.stringMatching(new RegExp(`^rounds-prod-us-east-1-data:.*${part}`)),
});

describe("the number that is made", () => {
  it("hears STOP and HELP itself, so that one STOP ends every channel", () => {
    expect(only("AWS::SMSVOICE::PhoneNumber")).toMatchObject({
      NumberType: "TOLL_FREE",
      SelfManagedOptOutsEnabled: true,
      OptOutListName: "rounds-prod-us-east-1",
      TwoWay: { Enabled: true, ChannelArn: imported("smsinbound") },
    });
  });

  it("would answer HELP and STOP in the clinic's own words", () => {
    const { MandatoryKeywords } = only("AWS::SMSVOICE::PhoneNumber") as {
      MandatoryKeywords: Record<"HELP" | "STOP", { Message: string }>;
    };
    expect(MandatoryKeywords.HELP.Message).toMatch(/^Oak Clinic .*800-555-0100/);
    expect(MandatoryKeywords.STOP.Message).toMatch(/^Oak Clinic: you are opted out/);
  });

  it("cannot be given back by mistake where data is kept, and can where nothing is", () => {
    const guarded = { DeletionProtectionEnabled: true };
    channels?.hasResourceProperties("AWS::SMSVOICE::PhoneNumber", guarded);
    for (const type of ["AWS::SMSVOICE::PhoneNumber", "AWS::SMSVOICE::OptOutList"]) {
      channels?.allResources(type, Match.objectLike({ DeletionPolicy: "Retain" }));
      staging.channels?.allResources(type, Match.objectLike({ DeletionPolicy: "Delete" }));
    }
  });

  it("may put texts on the inbound topic and do nothing else", () => {
    const [policy] = of("AWS::IAM::ManagedPolicy").filter(({ id }) => id.startsWith("texting"));
    expect(policy?.properties["PolicyDocument"]).toHaveProperty("Statement", [
      { Action: "sns:Publish", Effect: "Allow", Resource: imported("smsinbound") },
      {
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Condition: { StringEquals: { "kms:ViaService": "sns.us-east-1.amazonaws.com" } },
        Effect: "Allow",
        Resource: imported("key"),
      },
    ]);
  });

  it("is what texts go from, and the only thing that they may go from", () => {
    const number = { "Fn::ImportValue": Match.stringLikeRegexp("channels:.*textingnumber.*Arn") };
    engine.hasResourceProperties("AWS::Lambda::Function", {
      FunctionName: "rounds-prod-us-east-1-send-sms",
      Environment: { Variables: { SMS_ORIGINATION_IDENTITY: number } },
    });
    engine.hasResourceProperties("AWS::IAM::ManagedPolicy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          {
            Action: "sms-voice:SendTextMessage",
            Effect: "Allow",
            Resource: Match.arrayWith([number]),
          },
        ]),
      },
    });
  });
});

describe("what carriers report of a text", () => {
  const { EventDestinations } = only("AWS::SMSVOICE::ConfigurationSet") as {
    EventDestinations: readonly [
      { MatchingEventTypes: readonly string[]; SnsDestination: { TopicArn: unknown } },
    ];
  };
  const [{ MatchingEventTypes: asked, SnsDestination: to }] = EventDestinations;

  it("comes to the topic that receipts are heard on", () => {
    expect(EventDestinations).toHaveLength(1);
    expect(to.TopicArn).toEqual(imported("smsevents"));
  });

  it.each(asked)("%s is a receipt", (eventType) => {
    const event = { eventType, eventTimestamp: 1_686_975_103_470, messageId: "m-1" };
    expect(parseSmsEvent(JSON.stringify(event))).toMatchObject({
      ok: true,
      value: { receipt: { is: expect.any(String) } },
    });
  });

  it("is the end of it only: not that it waits, and nothing of calls or pictures", () => {
    expect(asked).toHaveLength(12);
    expect(asked.filter((type) => /_(QUEUED|PENDING|SENT|ALL)$|^(?!TEXT_)/.test(type))).toEqual([]);
  });
});

describe("the mail domain that is made", () => {
  it("signs what it sends and lets bounces come to a domain of its own", () => {
    expect(only("AWS::SES::EmailIdentity")).toMatchObject({
      EmailIdentity: "east.oak-clinic.example",
      DkimSigningAttributes: { NextSigningKeyLength: "RSA_2048_BIT" },
      MailFromAttributes: { MailFromDomain: "bounce.east.oak-clinic.example" },
      FeedbackAttributes: { EmailForwardingEnabled: false },
    });
    const outputs = Object.keys(channels?.toJSON()["Outputs"] as object);
    expect(outputs).toEqual(expect.arrayContaining(["number", "dkim1", "dkim2", "dkim3"]));
  });

  it("sends encrypted or not at all, and never again to who bounced or complained", () => {
    expect(only("AWS::SES::ConfigurationSet")).toMatchObject({
      Name: "rounds-prod-us-east-1",
      DeliveryOptions: { TlsPolicy: "REQUIRE" },
      SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
  });

  const { EventDestination } = only("AWS::SES::ConfigurationSetEventDestination") as {
    EventDestination: {
      MatchingEventTypes: readonly string[];
      SnsDestination: { TopicARN: unknown };
    };
  };

  it("reports on the topic that receipts are heard on", () => {
    expect(EventDestination.SnsDestination.TopicARN).toEqual(imported("emailevents"));
  });

  it.each(EventDestination.MatchingEventTypes)(
    "%s is a receipt; reading is not watched",
    (kind) => {
      const eventType = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
      const event = { eventType, mail: { messageId: "m-1" }, bounce: {}, complaint: {} };
      expect(parseSesEvent(JSON.stringify(event))).toMatchObject({
        ok: true,
        value: { receipt: { is: expect.any(String) } },
      });
    },
  );

  it("hands answers to the inbound topic, encrypted on their way and scanned", () => {
    expect(only("AWS::SES::ReceiptRule")["Rule"]).toMatchObject({
      Recipients: ["east.oak-clinic.example"],
      Enabled: true,
      ScanEnabled: true,
      TlsPolicy: "Require",
      Actions: [{ SNSAction: { Encoding: "Base64", TopicArn: imported("emailinbound") } }],
    });
  });
});

describe("the topics", () => {
  it("stand with the data, so that the engine can go and come back", () => {
    data.resourceCountIs("AWS::SNS::Topic", 4);
    engine.resourceCountIs("AWS::SNS::Subscription", 5);
  });
});

describe("an environment that names what is there", () => {
  it("has no number and no domain made", () => {
    const local = regionStacks();
    expect(local.channels).toBeUndefined();
    const made = local.resources.filter(({ type }) => /^AWS::(SMSVOICE|SES)::/.test(type));
    expect(made).toEqual([]);
  });
});
