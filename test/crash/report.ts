import type { Matrix, MatrixPart } from "./matrix.ts";
import type { CaseResult } from "./trial/run-case.ts";

/** One line of the table. */
export interface Row {
  readonly name: string;
  readonly who: string;
  readonly cases: number;
  /** Of them, with two faults. */
  readonly pairs: number;
  /** Of them, with a process that the system killed. */
  readonly killed: number;
  /** Cases in which a provider took a message twice. */
  readonly duplicates: number;
  /** Cases in which something vanished. */
  readonly lost: number;
  /** Cases in which something else did not hold. */
  readonly broken: number;
  /** Touches of which nobody could tell whether they went. */
  readonly unknown: number;
  /** Of them, closed in the end. */
  readonly closed: number;
}

/** A case in which something did not hold. */
export interface Violation {
  readonly case: string;
  readonly found: readonly string[];
  readonly repeat: string;
}

export interface Report {
  readonly rows: readonly Row[];
  /** Ours and what others do, over the same cases. */
  readonly compared: readonly Row[];
  readonly violations: readonly Violation[];
}

export function reportOf({ parts, failed }: Matrix): Report {
  const ours = parts.filter(({ who }) => who === "ours");
  const others = parts.filter(({ who }) => who !== "ours");
  const same = others.flatMap(({ name }) => name.split("@")[0] ?? []);
  const alike = ours.filter(({ name }) => same.includes(name)).map(depthOneOf);
  const broken = ours.flatMap(resultsOf).flatMap(violationIn);
  const unended = failed.map(({ id, error }) => violation(id, [error]));
  return {
    rows: ours.map(rowOf),
    compared: [...alike, ...others].map(rowOf),
    violations: [
      ...unended,
      ...broken,
      ...ours.flatMap(strangeDeaths),
      ...others.flatMap(toothless),
    ],
  };
}

function depthOneOf(part: MatrixPart): MatrixPart {
  return { ...part, pairs: [], apart: [] };
}

function resultsOf({ one, pairs, apart }: MatrixPart): readonly CaseResult[] {
  return [...one, ...pairs, ...apart];
}

export function rowOf(part: MatrixPart): Row {
  const { name, who, pairs, apart } = part;
  const results = resultsOf(part);
  const casesWith = (isSo: (result: CaseResult) => boolean) => results.filter(isSo).length;
  const sum = (of: (result: CaseResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    name: name.split("@")[0] ?? name,
    who,
    cases: results.length,
    pairs: pairs.length,
    killed: apart.length,
    duplicates: casesWith(({ verdict }) => verdict.duplicates.length > 0),
    lost: casesWith(({ verdict }) => verdict.lost.length > 0),
    broken: casesWith(({ verdict }) => verdict.broken.length > 0),
    unknown: sum(({ verdict }) => verdict.unknown),
    closed: sum(({ verdict }) => verdict.closed),
  };
}

function violationIn({ id, verdict, isPlayed }: CaseResult): readonly Violation[] {
  const { duplicates, lost, broken, unknown, closed } = verdict;
  const found = [
    ...duplicates.map((key) => `law 1: a provider took ${key} more than once`),
    ...lost,
    ...broken,
    ...(unknown === closed ? [] : [`law 3: ${unknown - closed} unknown never closed`]),
    ...(isPlayed ? [] : ["the fault never struck, so the case shows nothing"]),
  ];
  return found.length === 0 ? [] : [violation(id, found)];
}

/** A process that is really killed leaves what one does that is only said to be dead. */
function strangeDeaths({ one, apart }: MatrixPart): readonly Violation[] {
  const left = new Map(one.map((result) => [result.id, result.left]));
  const strange = apart.filter((death) => left.get(death.id.replace("/apart", "")) !== death.left);
  return strange.map(({ id }) => violation(id, ["a killed process left something else"]));
}

/** A baseline that does nothing wrong shows that the matrix sees nothing. */
function toothless({ name, one }: MatrixPart): readonly Violation[] {
  const isSeen = one.some(({ verdict }) => verdict.duplicates.length > 0);
  return isSeen ? [] : [violation(name, ["it sends nothing twice: the matrix cannot see"])];
}

function violation(id: string, found: readonly string[]): Violation {
  return { case: id, found, repeat: `npm run crash-matrix -- --only '${id}'` };
}

const headings = [
  "",
  "who",
  "cases",
  "pairs",
  "killed",
  "sent twice",
  "lost",
  "broken",
  "unknown",
  "closed",
];

/** For a person. */
export function textOf({ rows, compared, violations }: Report, seconds: number): string {
  const total = rows.reduce((sum, { cases }) => sum + cases, 0);
  const told = violations.flatMap(({ case: id, found, repeat }) => [
    `${id}`,
    ...found.map((one) => `  ${one}`),
    `  ${repeat}`,
  ]);
  const end =
    violations.length === 0 ? "Every law held." : `${violations.length} cases broke a law.`;
  return [
    ...tableOf(rows),
    "",
    "The same faults, and what others do:",
    ...tableOf(compared),
    "",
    ...told,
    `${total} cases of ours in ${seconds.toFixed(0)} s. ${end}`,
    "",
  ].join("\n");
}

function tableOf(rows: readonly Row[]): readonly string[] {
  const lines = rows.map((row) => [
    ...[row.name, row.who, row.cases, row.pairs, row.killed, row.duplicates],
    ...[row.lost, row.broken, row.unknown, row.closed],
  ]);
  const cells = [headings, ...lines.map((line) => line.map(String))];
  const widths = headings.map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  return cells.map((line) =>
    line
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}
