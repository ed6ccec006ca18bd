import * as z from "zod";
import { callAws } from "../engines/aws-json.ts";
import type { Deployment } from "./deployment.ts";
import type { PlacedResource } from "./resource.ts";

const Index = z.looseObject({
  IndexName: z.string(),
  KeySchema: z.array(z.looseObject({ AttributeName: z.string(), KeyType: z.string() })),
  Projection: z.looseObject({
    ProjectionType: z.string(),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});

const TableProperties = z.looseObject({
  AttributeDefinitions: z.array(z.unknown()),
  KeySchema: z.array(z.looseObject({ AttributeName: z.string(), KeyType: z.string() })),
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z.looseObject({ StreamViewType: z.string() }).optional(),
});

export interface LocalTable {
  readonly resource: PlacedResource;
  readonly name: string;
  readonly arn: string;
  readonly streamArn: string | undefined;
  readonly keys: readonly string[];
  readonly indexes: readonly string[];
}

interface Described {
  readonly TableDescription: { readonly TableArn: string; readonly LatestStreamArn?: string };
}

/** Makes the tables with their indexes and streams; what they are called becomes known to others. */
export async function createTables(
  deployment: Deployment,
  endpoint: string,
): Promise<readonly LocalTable[]> {
  const tables: LocalTable[] = [];
  for (const resource of deployment.ofType("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable")) {
    tables.push(await createTable(deployment, resource, endpoint));
  }
  return tables;
}

async function createTable(
  deployment: Deployment,
  resource: PlacedResource,
  endpoint: string,
): Promise<LocalTable> {
  const properties = deployment.properties(resource, TableProperties);
  const { KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes } = properties;
  const view = properties.StreamSpecification?.StreamViewType;
  const { TableDescription } = await callAws<Described>(endpoint, "DynamoDB_20120810.CreateTable", {
    TableName: resource.name,
    AttributeDefinitions: properties.AttributeDefinitions,
    KeySchema,
    BillingMode: "PAY_PER_REQUEST",
    ...(GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(bareIndex),
    }),
    ...(LocalSecondaryIndexes && {
      LocalSecondaryIndexes: LocalSecondaryIndexes.map(bareIndex),
    }),
    ...(view && { StreamSpecification: { StreamEnabled: true, StreamViewType: view } }),
  });
  const { TableArn, LatestStreamArn } = TableDescription;
  deployment.know(resource, {
    Arn: TableArn,
    ...(LatestStreamArn && { StreamArn: LatestStreamArn }),
  });
  return {
    resource,
    name: resource.name,
    arn: TableArn,
    streamArn: LatestStreamArn,
    keys: KeySchema.map(({ AttributeName }) => AttributeName),
    indexes: GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? [],
  };
}

/** Throughput and insights settings mean nothing to an engine in memory. */
function bareIndex({ IndexName, KeySchema, Projection }: z.infer<typeof Index>) {
  return { IndexName, KeySchema, Projection };
}
