import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { removalOf } from "./removal.ts";

/** AWS services that put something into our encrypted queues and topics on our account's behalf. */
const publishers = [
  "cloudwatch.amazonaws.com",
  "events.amazonaws.com",
  "s3.amazonaws.com",
  "ses.amazonaws.com",
  "sms-voice.amazonaws.com",
  "sns.amazonaws.com",
];

/**
 * The one key of a region. Its policy names services, never single queues or topics, so that the
 * key does not depend on what it encrypts; functions are granted its use in their own policies.
 */
export class RegionKey extends Construct {
  readonly key: kms.Key;

  constructor(scope: Construct, id: string, data: "keep" | "discard") {
    super(scope, id);
    const { account, region } = Stack.of(this);
    this.key = new kms.Key(this, "key", {
      description: "Encrypts everything about patients that Rounds stores or queues here.",
      enableKeyRotation: true,
      removalPolicy: removalOf(data),
    });
    // Any role that may use a table may use the key through it: DynamoDB asks for these on behalf
    // of the caller (DynamoDB developer guide, "Authorizing use of a customer managed key").
    this.allow({
      sid: "ThroughDynamoDb",
      principals: [new iam.AnyPrincipal()],
      actions: [
        "kms:CreateGrant",
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      conditions: {
        StringEquals: {
          "kms:CallerAccount": account,
          "kms:ViaService": `dynamodb.${region}.amazonaws.com`,
        },
      },
    });
    this.allow({
      sid: "PublishersOfThisAccount",
      principals: publishers.map((service) => new iam.ServicePrincipal(service)),
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      conditions: { StringEquals: { "aws:SourceAccount": account } },
    });
    this.allow({
      sid: "LogGroupsOfThisAccount",
      principals: [new iam.ServicePrincipal(`logs.${region}.amazonaws.com`)],
      actions: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      conditions: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${account}:log-group:*`,
        },
      },
    });
  }

  private allow(statement: iam.PolicyStatementProps): void {
    // In a key policy `*` means this key.
    this.key.addToResourcePolicy(new iam.PolicyStatement({ ...statement, resources: ["*"] }));
  }
}
