import { existsSync, readFileSync } from "node:fs";
import { OwnPrices, pricesWith } from "#domain/forecast/own-prices";
import { type Prices, shippedPrices } from "#domain/forecast/prices";

/**
 * The shipped prices, or those of a JSON file over them.
 * @returns what is wrong with the file, as one sentence with what to do.
 */
export function readPrices(file?: string): Prices | { readonly wrong: string } {
  if (file === undefined) return shippedPrices;
  if (!existsSync(file)) return { wrong: `There is no file ${file}. Give a JSON file of prices.` };
  const read = OwnPrices.safeParse(jsonIn(file));
  if (read.success) return pricesWith(read.data);
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  return {
    wrong: `${file} holds no prices. ${where}${issue?.message ?? "It cannot be read"}. See docs/forecast.md.`,
  };
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
