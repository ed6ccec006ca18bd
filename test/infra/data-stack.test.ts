import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { environmentNamed } from "#infra/environments";
import { regionStacks, resourcesOf } from "#support/region-stacks";

const local = regionStacks();
const production = regionStacks(environmentNamed("prod-us-east-1"));

describe("what is stored about patients", () => {
  it("is encrypted with the region's own key and can be restored to any second of 35 days", () => {
    const tables = production.of("AWS::DynamoDB::Table");
    expect(tables).toHaveLength(4);
    for (const { properties } of tables) {
      expect(properties).toMatchObject({
        BillingMode: "PAY_PER_REQUEST",
        DeletionProtectionEnabled: true,
        SSESpecification: { SSEEnabled: true, SSEType: "KMS", KMSMasterKeyId: expect.anything() },
        PointInTimeRecoverySpecification: {
          PointInTimeRecoveryEnabled: true,
          RecoveryPeriodInDays: 35,
        },
      });
    }
  });

  it("shows agents what is open, by urgency: in all, by queue, and of one of them", () => {
    for (const [IndexName, AttributeName] of [
      ["open", "openIn"],
      ["queue", "inQueue"],
      ["held", "heldBy"],
    ]) {
      local.data.hasResourceProperties("AWS::DynamoDB::Table", {
        TimeToLiveSpecification: { AttributeName: "expires", Enabled: true },
        GlobalSecondaryIndexes: Match.arrayWith([
          {
            IndexName,
            KeySchema: [
              { AttributeName, KeyType: "HASH" },
              { AttributeName: "place", KeyType: "RANGE" },
            ],
            Projection: { ProjectionType: "ALL" },
          },
        ]),
      });
    }
  });

  it("tells those who deploy the names of its tables", () => {
    for (const output of ["patientstable", "ledgertable"]) production.data.hasOutput(output, {});
  });

  it("outlives its stack in production and goes with it on a laptop", () => {
    const kept = ["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::KMS::Key"];
    for (const type of kept) {
      production.data.allResources(type, Match.objectLike({ DeletionPolicy: "Retain" }));
      local.data.allResources(type, Match.objectLike({ DeletionPolicy: "Delete" }));
    }
  });

  it("can be found by what is due and by when an audience starts to hold", () => {
    local.data.hasResourceProperties("AWS::DynamoDB::Table", {
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: "due",
          KeySchema: [
            { AttributeName: "lane", KeyType: "HASH" },
            { AttributeName: "dueAt", KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "KEYS_ONLY" },
        },
        {
          IndexName: "eligibility",
          KeySchema: [
            { AttributeName: "startsFor", KeyType: "HASH" },
            { AttributeName: "startsOn", KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "KEYS_ONLY" },
        },
        {
          IndexName: "person",
          KeySchema: [{ AttributeName: "person", KeyType: "HASH" }],
          Projection: { ProjectionType: "KEYS_ONLY" },
        },
      ],
      StreamSpecification: { StreamViewType: "NEW_IMAGE" },
    });
  });

  it("is in buckets that are closed to the public and to plain HTTP, and keep old versions", () => {
    const stored = resourcesOf(production.data);
    const buckets = stored.filter(({ type }) => type === "AWS::S3::Bucket");
    expect(buckets).toHaveLength(2);
    for (const { id, properties } of buckets) {
      expect(properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: "Enabled" },
        BucketEncryption: expect.anything(),
      });
      production.data.hasResourceProperties("AWS::S3::BucketPolicy", {
        Bucket: { Ref: id },
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Effect: "Deny",
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            }),
          ]),
        },
      });
    }
  });
});

describe("a file handed in for import", () => {
  it("is announced on the queue of its prefix, without custom resources", () => {
    local.data.hasResourceProperties("AWS::S3::Bucket", {
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            Event: "s3:ObjectCreated:*",
            Filter: { S3Key: { Rules: [{ Name: "prefix", Value: "incoming/" }] } },
            Queue: { "Fn::GetAtt": [Match.stringLikeRegexp("^intakeimport"), "Arn"] },
          },
          {
            Event: "s3:ObjectCreated:*",
            Filter: { S3Key: { Rules: [{ Name: "prefix", Value: "opt-outs/" }] } },
            Queue: { "Fn::GetAtt": [Match.stringLikeRegexp("^intakeoptouts"), "Arn"] },
          },
        ],
      },
    });
    expect(local.resources.filter(({ type }) => type.startsWith("Custom::"))).toEqual([]);
  });

  it("is kept for 30 days, and a list of opt-outs for the ten years that it may be asked for", () => {
    local.data.hasResourceProperties("AWS::S3::Bucket", {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({ Prefix: "incoming/", ExpirationInDays: 30 }),
          Match.objectLike({ Prefix: "opt-outs/", ExpirationInDays: 3_653 }),
        ]),
      },
    });
  });
});
