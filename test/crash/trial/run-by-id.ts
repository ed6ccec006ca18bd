import { parseCaseId } from "../case.ts";
import { scenarioOf } from "../scenarios/all.ts";
import type { CaseResult, Laboratory } from "./run-case.ts";

/** Runs the case of that name: a cell of the matrix, or `life/<seed>`. */
export function runById(laboratory: Laboratory, id: string): Promise<CaseResult> {
  const seed = /^life\/(\d+)$/.exec(id)?.[1];
  if (seed !== undefined) return laboratory.live(Number(seed));
  const crash = parseCaseId(id);
  return laboratory.run(scenarioOf(crash.scenario), crash);
}
