import * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import type * as kms from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { removalOf } from "./removal.ts";

const { NUMBER, STRING } = dynamodb.AttributeType;

export interface TableProps {
  readonly key: kms.IKey;
  readonly data: "keep" | "discard";
}

/** The indexes of the patients table, by their names in the adapters. */
export const patientIndexes = {
  due: "due",
  eligibility: "eligibility",
  person: "person",
} as const;

/** The indexes of the worklist, by their names in the adapters, and what each is parted by. */
export const worklistIndexes = { open: "openIn", queue: "inQueue", held: "heldBy" } as const;

/**
 * The patients' records and what they lean on. A plain table, not a global one: a patient has one
 * home region, and last-writer-wins between regions would let two of them claim one touch (law 1).
 */
export class PatientsTable extends Construct {
  readonly table: dynamodb.Table;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    this.table = new dynamodb.Table(this, "table", {
      ...protectedTable(props),
      // The new image carries the events of each write to publish-ledger.
      stream: dynamodb.StreamViewType.NEW_IMAGE,
      // Only links have it: what opens nothing any more is forgotten. A record never has, for it remembers.
      timeToLiveAttribute: "expires",
    });
    // Sparse: only a record with something due has these attributes.
    this.table.addGlobalSecondaryIndex({
      indexName: patientIndexes.due,
      partitionKey: { name: "lane", type: STRING },
      sortKey: { name: "dueAt", type: NUMBER },
      projectionType: dynamodb.ProjectionType.KEYS_ONLY,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: patientIndexes.eligibility,
      partitionKey: { name: "startsFor", type: STRING },
      sortKey: { name: "startsOn", type: NUMBER },
      projectionType: dynamodb.ProjectionType.KEYS_ONLY,
    });
    // Sparse, too: a profile with a name and a birth date, by a digest of both.
    this.table.addGlobalSecondaryIndex({
      indexName: patientIndexes.person,
      partitionKey: { name: "person", type: STRING },
      projectionType: dynamodb.ProjectionType.KEYS_ONLY,
    });
  }
}

/** The append-only account of what was done and withheld, with the reach tallies. */
export class LedgerTable extends Construct {
  readonly table: dynamodb.Table;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    this.table = new dynamodb.Table(this, "table", protectedTable(props));
  }
}

/**
 * Who of the staff saw which patient. Nobody is allowed to change or take away anything in it, and
 * nothing in it expires (45 CFR 164.316(b)(2)(i) asks for six years).
 */
export class ViewsTable extends Construct {
  readonly table: dynamodb.Table;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    this.table = new dynamodb.Table(this, "table", protectedTable(props));
  }
}

/**
 * What agents work on: the open tasks by urgency, whose hands each is in, and what was written about
 * it. A table of its own, so that what staff do takes nothing from what patients need.
 */
export class WorklistTable extends Construct {
  readonly table: dynamodb.Table;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    this.table = new dynamodb.Table(this, "table", {
      ...protectedTable(props),
      // Of closed tasks, once nobody can raise them late any more. Notes stay.
      timeToLiveAttribute: "expires",
    });
    // Sparse: a closed task has none of these attributes.
    for (const [indexName, name] of Object.entries(worklistIndexes)) {
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name, type: STRING },
        sortKey: { name: "place", type: STRING },
        projectionType: dynamodb.ProjectionType.ALL,
      });
    }
  }
}

function protectedTable({ key, data }: TableProps): dynamodb.TableProps {
  return {
    partitionKey: { name: "pk", type: STRING },
    sortKey: { name: "sk", type: STRING },
    billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: true,
      recoveryPeriodInDays: 35,
    },
    deletionProtection: data === "keep",
    removalPolicy: removalOf(data),
  };
}
