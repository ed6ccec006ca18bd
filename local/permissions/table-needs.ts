import { type AwsCall, inputOf, operationOf } from "./call.ts";
import type { Need } from "./evaluate.ts";
import { localArn, type Places } from "./places.ts";

/** What an operation of a transaction counts as (DynamoDB guide, "Using IAM with transactions"). */
const transacted: Readonly<Record<string, string>> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  Get: "GetItem",
  ConditionCheck: "ConditionCheckItem",
};

interface Named {
  readonly TableName?: unknown;
  readonly IndexName?: unknown;
  readonly Key?: unknown;
  readonly ExpressionAttributeValues?: unknown;
}

/** A query of an index needs that index and not its table. */
export function tableNeeds(call: AwsCall, places: Places): readonly Need[] {
  const operation = operationOf(call);
  const input = inputOf(call);
  const { RequestItems, TransactItems } = input;
  if (typeof RequestItems === "object" && RequestItems !== null) {
    return Object.keys(RequestItems).map((TableName) => need(operation, { TableName }, places));
  }
  if (Array.isArray(TransactItems)) {
    return TransactItems.flatMap((item: Readonly<Record<string, Named>>) =>
      Object.entries(item).map(([kind, named]) => need(transacted[kind] ?? kind, named, places)),
    );
  }
  return [need(operation, input, places)];
}

function need(operation: string, named: Named, { tables }: Places): Need {
  const { TableName, IndexName, Key, ExpressionAttributeValues: values } = named;
  const name = String(TableName ?? "");
  const arn = name.startsWith("arn:") ? name : tables.get(name);
  const table = arn ?? localArn("dynamodb", `table/${name}`);
  const resource = IndexName === undefined ? table : `${table}/index/${String(IndexName)}`;
  // A query names its partition among its values, as every one here does.
  const leadingKey = kindOf(Object(Key).pk ?? Object(values)[":pk"]);
  return {
    ...{ action: `dynamodb:${operation}`, resource },
    ...(keyed.has(operation) && leadingKey !== undefined ? { leadingKey } : {}),
  };
}

/** Operations that a policy may hold to some items' keys. */
const keyed = new Set(["GetItem", "Query", "UpdateItem", "DeleteItem"]);

/** The kind of the item, for that is how far policies tell keys apart: `link#…` → `link#`. */
function kindOf(partition: unknown): string | undefined {
  const { S } = Object(partition) as { readonly S?: unknown };
  if (typeof S !== "string") return undefined;
  return /^[^#]*#(?:reach|campaign#drafts)$/.test(S) ? S : S.slice(0, S.indexOf("#") + 1);
}
