import { several } from "../report/numbers.ts";
import type { Paint } from "../report/table.ts";
import type { Finding, FindingKind } from "./finding.ts";

const signs: Readonly<Record<FindingKind, string>> = {
  ok: "✓",
  warning: "!",
  problem: "✗",
  skipped: "–",
};

/** `✗ alarms: what it means. What to do.` */
export function findingLine({ check, is, says, do: advice }: Finding, paint: Paint): string {
  const colour = { ok: paint.green, warning: paint.yellow, problem: paint.red, skipped: paint.dim };
  const line = `${colour[is](signs[is])} ${paint.bold(check)}: ${says}`;
  return advice === "" ? line : `${line} ${paint.dim("→")} ${advice}`;
}

/** `2 problems, 1 warning, 3 not looked at.` */
export function verdict(findings: readonly Finding[]): string {
  const of = (kind: FindingKind) => findings.filter(({ is }) => is === kind).length;
  const problems = several(of("problem"), "problem");
  return `${problems}, ${several(of("warning"), "warning")}, ${of("skipped")} not looked at.`;
}
