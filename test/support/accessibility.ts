import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const program = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What stands in the way of somebody who uses a keyboard or a screen reader, or sees little: each
 * serious or critical finding of axe-core with its first place.
 */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(program);
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`);
}
