import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { Unrecoverable } from "../../errors.ts";

/** Attribute values as the low-level client takes and gives them. */
export type Item = Record<string, AttributeValue>;

export function text(value: string): AttributeValue {
  return { S: value };
}

export function number(value: number): AttributeValue {
  return { N: String(value) };
}

export function flag(value: boolean): AttributeValue {
  return { BOOL: value };
}

/** Reads back what was written; an item of another shape is never guessed at. */
export function textIn(item: Item, name: string): string {
  const value = item[name]?.S;
  if (value === undefined) throw new Unrecoverable("item/not-text", { details: { name } });
  return value;
}

export function numberIn(item: Item, name: string): number {
  const value = Number(item[name]?.N);
  if (!Number.isFinite(value)) throw new Unrecoverable("item/not-number", { details: { name } });
  return value;
}

export function flagIn(item: Item, name: string): boolean {
  const value = item[name]?.BOOL;
  if (value === undefined) throw new Unrecoverable("item/not-flag", { details: { name } });
  return value;
}
