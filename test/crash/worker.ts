import { runById } from "./trial/run-by-id.ts";
import { type CaseResult, Laboratory } from "./trial/run-case.ts";
import { startRegion } from "./world/region.ts";

/** What a worker answers to the id of a case. */
export type Answer =
  | { readonly id: string; readonly result: CaseResult }
  | { readonly id: string; readonly error: string };

/** One process with engines of its own, which runs the cases that it is told, one by one. */
const region = await startRegion();
const laboratory = new Laboratory(region);

process.on("message", (id: string) => {
  if (id === "") void region.stop().then(() => process.exit());
  else void runOne(id).then((answer) => process.send?.(answer));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");

async function runOne(id: string): Promise<Answer> {
  try {
    return { id, result: await runById(laboratory, id) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
