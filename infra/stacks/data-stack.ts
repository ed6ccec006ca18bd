import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import type * as kms from "aws-cdk-lib/aws-kms";
import type * as s3 from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import { ImportIntake } from "../constructs/import-intake.ts";
import { NoticeTopics } from "../constructs/notice-topics.ts";
import { RegionKey } from "../constructs/region-key.ts";
import { LedgerTable, PatientsTable, ViewsTable, WorklistTable } from "../constructs/tables.ts";
import type { WorkQueue } from "../constructs/work-queue.ts";
import type { Environment } from "../environments.ts";
import { timeouts } from "../timeouts.ts";

export interface DataStackProps extends StackProps {
  readonly environment: Environment;
}

/**
 * What must outlive every deployment: the key, the tables, the import files, and the topics that
 * numbers and mail domains report to, so that no answer of a patient depends on the engine's being
 * there.
 */
export class DataStack extends Stack {
  readonly key: kms.Key;
  readonly patients: dynamodb.Table;
  readonly ledger: dynamodb.Table;
  readonly worklist: dynamodb.Table;
  readonly views: dynamodb.Table;
  readonly files: s3.Bucket;
  /** Known before the bucket is there, so that a policy can name a prefix of it exactly. */
  readonly filesName: string;
  /** Here and not with the engine: the bucket must name the queues that it notifies. */
  readonly importWork: WorkQueue;
  readonly optOutWork: WorkQueue;
  readonly topics: NoticeTopics;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, {
      ...props,
      description: "Rounds: patients, ledger, import files, notices and their key.",
      terminationProtection: props.environment.data === "keep",
    });
    const { environment } = props;
    this.key = new RegionKey(this, "region", environment.data).key;
    const stored = { key: this.key, data: environment.data };
    this.patients = new PatientsTable(this, "patients", stored).table;
    this.ledger = new LedgerTable(this, "ledger", stored).table;
    this.worklist = new WorklistTable(this, "worklist", stored).table;
    this.views = new ViewsTable(this, "views", stored).table;
    this.topics = new NoticeTopics(this, "notices", environment.name, this.key);
    const intake = new ImportIntake(this, "intake", {
      environment,
      key: this.key,
      handledWithin: timeouts.import,
    });
    new CfnOutput(this, "patients-table", {
      value: this.patients.tableName,
      description: "For `rounds publish`, and for `rounds halt` when something is wrong.",
    });
    new CfnOutput(this, "ledger-table", {
      value: this.ledger.tableName,
      description: "For `rounds ledger --table`: why patients were and were not contacted.",
    });
    this.files = intake.bucket;
    this.filesName = intake.bucketName;
    this.importWork = intake.work;
    this.optOutWork = intake.optOutWork;
    const backedUp =
      "Point-in-time recovery keeps every second of 35 days; longer copies are the account's " +
      "backup policy, which is not this stack's to set.";
    for (const table of [this.patients, this.ledger, this.worklist, this.views]) {
      acknowledge(table, { "HIPAA.Security-DynamoDBInBackupPlan": backedUp });
    }
  }
}
