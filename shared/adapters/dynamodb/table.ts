import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** One table and the client that reaches it; both are made once per process. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}
