import { runById } from "./trial/run-by-id.ts";
import { type CaseResult, Laboratory } from "./trial/run-case.ts";
import { startRegion } from "./world/region.ts";

/** Runs single cases in this process and tells all about them. @returns whether all of it held. */
export async function repeatCase(ids: readonly string[], isJson: boolean): Promise<boolean> {
  const region = await startRegion();
  const laboratory = new Laboratory(region);
  let held = true;
  try {
    for (const id of ids) {
      const result = await runById(laboratory, id);
      const { duplicates, lost, broken, unknown, closed } = result.verdict;
      const found = [...duplicates.map((key) => `taken twice: ${key}`), ...lost, ...broken];
      held &&= found.length === 0 && unknown === closed;
      console.log(isJson ? JSON.stringify(result) : told(result, found));
    }
  } finally {
    await region.stop();
  }
  return held;
}

function told({ id, calls, struck = [], verdict }: CaseResult, found: readonly string[]): string {
  const made = calls.map(
    ({ delivery, label, nth, struckBy }) => `  ${delivery}  ${label}.${nth}  ${struckBy ?? ""}`,
  );
  const { unknown, closed } = verdict;
  return [
    id,
    ...made.map((line) => line.trimEnd()),
    ...struck.map((line) => `  ${line}`),
    `  ${unknown} unknown, ${closed} closed`,
    ...(found.length === 0 ? ["  every law held"] : found.map((line) => `  BROKEN ${line}`)),
  ].join("\n");
}
