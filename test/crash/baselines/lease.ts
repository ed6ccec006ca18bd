import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { flag, number, text } from "#adapters/dynamodb/item";
import type { Table } from "#adapters/dynamodb/table";
import type { Clock } from "#ports";
import { TryAgain } from "../../../shared/errors.ts";

/** As long as the function may run: by then whoever has it must be gone. Ms. */
const leaseMs = 60_000;
/** How long it is remembered that the work was done. Ms. */
const rememberedMs = 3_600_000;

/** Nobody has it, or whoever had it let it run out. */
const isFree = {
  ConditionExpression: "attribute_not_exists(pk) OR #until < :now",
  ExpressionAttributeNames: { "#until": "until" },
  ReturnValuesOnConditionCheckFailure: "ALL_OLD",
} as const;

/**
 * Does the work once: a lease while it is done, a mark when it was. Work that fails gives its lease
 * back; a lease that ran out is anybody's; who finds one that has not is told to come again.
 */
export function createLease({ client, name }: Table, clock: Clock) {
  const itemOf = (key: string, until: number, isDone: boolean) => ({
    pk: text(`lease#${key}`),
    sk: text("lease"),
    until: number(until),
    isDone: flag(isDone),
  });
  const take = async (key: string): Promise<"taken" | "done"> => {
    const Item = itemOf(key, clock.now() + leaseMs, false);
    const ExpressionAttributeValues = { ":now": number(clock.now()) };
    try {
      const input = { TableName: name, Item, ...isFree, ExpressionAttributeValues };
      await client.send(new PutItemCommand(input));
      return "taken";
    } catch (error) {
      const isTaken = error instanceof ConditionalCheckFailedException;
      if (isTaken && error.Item?.["isDone"]?.BOOL === true) return "done";
      throw new TryAgain("lease/not-taken", { cause: error });
    }
  };
  return async <Value>(
    key: string,
    doneBefore: Value,
    work: () => Promise<Value>,
  ): Promise<Value> => {
    if ((await take(key)) === "done") return doneBefore;
    try {
      const done = await work();
      const Item = itemOf(key, clock.now() + rememberedMs, true);
      await client.send(new PutItemCommand({ TableName: name, Item }));
      return done;
    } catch (error) {
      const Key = { pk: text(`lease#${key}`), sk: text("lease") };
      await client.send(new DeleteItemCommand({ TableName: name, Key }));
      throw error;
    }
  };
}
