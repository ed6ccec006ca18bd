import pc from "picocolors";
import type { LocatedProblem } from "#contracts/campaign-files/located-problem";
import { isTerminal, printLine, type Terminal } from "../terminal.ts";

/** Each problem on a line, as compilers print it, and how many there are. */
export async function printProblems(
  problems: readonly LocatedProblem[],
  campaigns: number,
  terminal: Terminal,
): Promise<void> {
  const paint = pc.createColors(isTerminal(terminal.stdout));
  for (const { file, line, column, severity, code, message } of problems) {
    const kind = severity === "error" ? paint.red(severity) : paint.yellow(severity);
    await printLine(`${file}:${line}:${column} ${kind} ${code} ${message}`, terminal);
  }
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const counts = `${plural(errors, "error")}, ${plural(warnings, "warning")}`;
  const what = plural(campaigns, "campaign");
  await printLine(
    errors > 0 ? paint.red(`${what}: ${counts}`) : paint.green(`${what}: ${counts}`),
    terminal,
  );
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
