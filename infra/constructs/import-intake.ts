import { Duration } from "aws-cdk-lib";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as s3 from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import type { Environment } from "../environments.ts";
import { accessLogBucket, closedBucket } from "./closed-bucket.ts";
import { WorkQueue } from "./work-queue.ts";

/** Where files are put to be imported, where bad lines go, and what came of each file. */
export const importPrefixes = {
  incoming: "incoming/",
  optOuts: "opt-outs/",
  quarantine: "quarantine/",
  reports: "reports/",
} as const;

export interface ImportIntakeProps {
  readonly environment: Environment;
  readonly key: kms.IKey;
  readonly handledWithin: Duration;
}

/**
 * The bucket that files arrive in, and the queues that hear of each: one for FHIR, one for lists of
 * opt-outs, so that neither waits behind the other. The notification is plain
 * CloudFormation, so that no custom resource has to run in the account.
 */
export class ImportIntake extends Construct {
  readonly bucket: s3.Bucket;
  readonly bucketName: string;
  readonly work: WorkQueue;
  readonly optOutWork: WorkQueue;

  constructor(scope: Construct, id: string, props: ImportIntakeProps) {
    super(scope, id);
    const { environment, key } = props;
    const queue = (name: string) =>
      new WorkQueue(this, name, {
        name: `rounds-${environment.name}-${name}`,
        key,
        handledWithin: props.handledWithin,
        from: ["s3.amazonaws.com"],
      });
    this.work = queue("import");
    this.optOutWork = queue("opt-outs");
    this.bucketName = `rounds-${environment.name}-files-${environment.account}`;
    this.bucket = new s3.Bucket(this, "files", {
      bucketName: this.bucketName,
      ...closedBucket(environment.data),
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      serverAccessLogsBucket: accessLogBucket(this, environment.data),
      lifecycleRules: [
        // Facts are in the table by then; the clinic's system stays the place they come from.
        { prefix: importPrefixes.incoming, expiration: Duration.days(30) },
        // Lists are what shows an opt-out, and Virginia asks for ten years (SB 1339, 2026).
        { prefix: importPrefixes.optOuts, expiration: Duration.days(3_653) },
        { prefix: importPrefixes.quarantine, expiration: Duration.days(90) },
        { prefix: importPrefixes.reports, expiration: Duration.days(90) },
        {
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    acknowledge(this.bucket, {
      "HIPAA.Security-S3BucketReplicationEnabled":
        "Files are copies that the clinic's system can hand in again; no data leaves its region.",
    });
    this.notifyOfNewFiles();
  }

  private notifyOfNewFiles(): void {
    const bucket = this.bucket.node.defaultChild as s3.CfnBucket;
    const heard = [
      { work: this.work, prefix: importPrefixes.incoming },
      { work: this.optOutWork, prefix: importPrefixes.optOuts },
    ];
    bucket.notificationConfiguration = {
      queueConfigurations: heard.map(({ work, prefix }) => ({
        event: "s3:ObjectCreated:*",
        queue: work.queue.queueArn,
        filter: { s3Key: { rules: [{ name: "prefix", value: prefix }] } },
      })),
    };
    // S3 tries the queues while the bucket is made, so they must let it in before.
    for (const { work } of heard) {
      const policy = work.queue.node.tryFindChild("Policy");
      if (policy) bucket.node.addDependency(policy);
    }
  }
}
