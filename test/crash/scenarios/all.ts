import type { Scenario } from "../scenario.ts";
import { bringingInScenarios } from "./bringing-in.ts";
import { decidingScenarios } from "./deciding.ts";
import { hearingScenarios } from "./hearing.ts";
import { moreSending, sendingScenarios } from "./sending.ts";

export const allScenarios: readonly Scenario[] = [
  ...sendingScenarios,
  ...moreSending,
  ...decidingScenarios,
  ...hearingScenarios,
  ...bringingInScenarios,
];

/** @throws Error with the names that there are. */
export function scenarioOf(name: string): Scenario {
  const found = allScenarios.find((scenario) => scenario.name === name);
  if (found) return found;
  throw new Error(`no scenario ${name}: ${allScenarios.map((one) => one.name).join(", ")}`);
}
