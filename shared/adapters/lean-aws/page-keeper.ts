import { Unrecoverable } from "../../errors.ts";
import type { PageStore } from "../../ports.ts";
import type { Item } from "../dynamodb/item.ts";
import { linkKey } from "../dynamodb/keys.ts";
import { pageFound, saidName, triesName, wordIn } from "../dynamodb/page-item.ts";
import { linkDigest } from "../link-digest.ts";
import { getItem, type LeanTable } from "./get-item.ts";

/**
 * Opens and changes what `createPageStore` keeps. Each change is one update that may be repeated: a try
 * is a member of a set, and a word is put where none is. Of an item that is gone nothing is made anew.
 */
export function createPageKeeper(
  table: LeanTable,
): Pick<PageStore, "open" | "countTry" | "forgiveTry" | "say"> {
  return {
    async open(token) {
      const page = linkDigest(token);
      return pageFound(page, await getItem(table, linkKey(page)));
    },
    async countTry(page, attempt, max) {
      const counted = await update(table, page, {
        UpdateExpression: "ADD #tries :these",
        ConditionExpression: `${isThere} AND (${isFirst} OR size(#tries) < :max OR contains(#tries, :this))`,
        ExpressionAttributeNames: { "#tries": triesName },
        ExpressionAttributeValues: {
          ":these": { SS: [attempt] },
          ":this": { S: attempt },
          ":max": { N: String(max) },
        },
      });
      return counted === undefined ? "too-many" : "counted";
    },
    async forgiveTry(page, attempt) {
      await update(table, page, {
        UpdateExpression: "DELETE #tries :these",
        ConditionExpression: isThere,
        ExpressionAttributeNames: { "#tries": triesName },
        ExpressionAttributeValues: { ":these": { SS: [attempt] } },
      });
    },
    async say(page, word) {
      const item = await update(table, page, {
        UpdateExpression: "SET #said = if_not_exists(#said, :word)",
        ConditionExpression: isThere,
        ExpressionAttributeNames: { "#said": saidName(word.is) },
        ExpressionAttributeValues: { ":word": { S: JSON.stringify(word) } },
      });
      const stands = item && wordIn(item, word.is);
      if (stands === undefined) throw new Unrecoverable("page/gone");
      return stands;
    },
  };
}

const isThere = "attribute_exists(pk)";
const isFirst = "attribute_not_exists(#tries)";

/** The item as it is now; `undefined` where the condition does not hold. */
async function update(table: LeanTable, page: string, change: object): Promise<Item | undefined> {
  const { pk, sk } = linkKey(page);
  try {
    const answer = await table.call("UpdateItem", {
      TableName: table.name,
      Key: { pk: { S: pk }, sk: { S: sk } },
      ReturnValues: "ALL_NEW",
      ...change,
    });
    return (answer["Attributes"] ?? {}) as Item;
  } catch (error) {
    if (error instanceof Unrecoverable && error.code === conditionFailed) return undefined;
    throw error;
  }
}

const conditionFailed = "dynamodb/ConditionalCheckFailedException";
