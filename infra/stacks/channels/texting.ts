import { join } from "node:path";
import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as smsvoice from "aws-cdk-lib/aws-smsvoice";
import { Construct } from "constructs";
import { loadNotices } from "#adapters/files/notice-files";
import { phoneWords } from "#domain/message/phone-words";
import { render } from "#domain/message/render";
import { repository } from "../../bundle-folder.ts";
import type { NoticeTopics } from "../../constructs/notice-topics.ts";
import { removalOf } from "../../constructs/removal.ts";
import type { Environment } from "../../environments.ts";

/**
 * Every event with which a carrier's account of a text ends; the ways there (queued, pending) would
 * double what is heard. Source: AWS End User Messaging SMS user guide, "Event types for SMS".
 */
const textEnds = [
  "TEXT_SUCCESSFUL",
  "TEXT_DELIVERED",
  "TEXT_UNKNOWN",
  "TEXT_BLOCKED",
  "TEXT_CARRIER_BLOCKED",
  "TEXT_CARRIER_UNREACHABLE",
  "TEXT_INVALID",
  "TEXT_INVALID_MESSAGE",
  "TEXT_PROTECT_BLOCKED",
  "TEXT_SPAM",
  "TEXT_TTL_EXPIRED",
  "TEXT_UNREACHABLE",
] as const;

export interface TextingProps {
  readonly environment: Environment;
  readonly key: kms.IKey;
  readonly topics: NoticeTopics;
}

/** A toll-free number that patients can answer, with its list and its configuration set. */
export class Texting extends Construct {
  readonly number: smsvoice.CfnPhoneNumber;
  readonly optOutListArn: string;
  readonly configurationSet: string;

  constructor(scope: Construct, id: string, props: TextingProps) {
    super(scope, id);
    const { environment, topics } = props;
    const { account, region } = Stack.of(this);
    const name = `rounds-${environment.name}`;
    const removal = removalOf(environment.data);
    const list = new smsvoice.CfnOptOutList(this, "opt-outs", { optOutListName: name });
    list.applyRemovalPolicy(removal);
    this.optOutListArn = `arn:aws:sms-voice:${region}:${account}:opt-out-list/${name}`;
    this.configurationSet = name;
    new smsvoice.CfnConfigurationSet(this, "set", {
      configurationSetName: name,
      eventDestinations: [
        {
          eventDestinationName: "receipts",
          enabled: true,
          matchingEventTypes: [...textEnds],
          snsDestination: { topicArn: topics.smsEvents.topicArn },
        },
      ],
    });
    const publisher = this.publisher(props);
    this.number = new smsvoice.CfnPhoneNumber(this, "number", {
      isoCountryCode: "US",
      numberType: "TOLL_FREE",
      numberCapabilities: ["SMS"],
      deletionProtectionEnabled: environment.data === "keep",
      optOutListName: name,
      // STOP and HELP come to us, so that one STOP ends every channel and is confirmed once.
      selfManagedOptOutsEnabled: true,
      twoWay: {
        enabled: true,
        channelArn: topics.smsInbound.topicArn,
        channelRole: publisher.roleArn,
      },
      mandatoryKeywords: keywordAnswers(environment),
    });
    this.number.applyRemovalPolicy(removal);
    this.number.addResourceDependency(list);
  }

  /** What End User Messaging may do with a patient's text: put it on the inbound topic. */
  private publisher({ key, topics }: TextingProps): iam.Role {
    const { account, region } = Stack.of(this);
    const role = new iam.Role(this, "publisher", {
      description: "How texts from patients come to the inbound topic.",
      assumedBy: new iam.ServicePrincipal("sms-voice.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": account } },
      }),
    });
    new iam.ManagedPolicy(this, "publish", {
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          actions: ["sns:Publish"],
          resources: [topics.smsInbound.topicArn],
        }),
        new iam.PolicyStatement({
          actions: ["kms:Decrypt", "kms:GenerateDataKey"],
          resources: [key.keyArn],
          conditions: { StringEquals: { "kms:ViaService": `sns.${region}.amazonaws.com` } },
        }),
      ],
    });
    return role;
  }
}

/**
 * What AWS would answer to HELP and STOP. It must be there, though the answers are ours as long as
 * opt-outs are self-managed; so it says what the clinic's own notices say.
 * @throws Error when a notice has no words for texts.
 */
function keywordAnswers({ clinic }: Environment) {
  const { en } = loadNotices(join(repository, "campaigns/notices"));
  const values = { clinic: clinic.name, phone: phoneWords(clinic.phone) };
  const answer = (kind: "help" | "opted-out") => {
    const words = en?.[kind]?.sms;
    if (!words) throw new Error(`Write "${kind}" for texts in campaigns/notices/en.yaml.`);
    return { message: render(words, values) };
  };
  return { help: answer("help"), stop: answer("opted-out") };
}
