import Table from "cli-table3";
import pc from "picocolors";
import { isTerminal, type Terminal } from "../terminal.ts";

export type Paint = ReturnType<typeof pc.createColors>;

/** Colours for a person at a terminal; none in a pipe or with `NO_COLOR` (no-color.org). */
export function paintFor(terminal: Terminal, environment = process.env): Paint {
  return pc.createColors(isTerminal(terminal.stdout) && !environment["NO_COLOR"]);
}

/** A table without lines, columns of numbers to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  paint: Paint,
): string {
  const drawn = new Table({
    head: head.map((text) => paint.dim(text)),
    chars: borderless,
    colAligns: head.map((_, column) => (isNumeric(rows, column) ? "right" : "left")),
    style: { head: [], border: [], "padding-left": 2, "padding-right": 0, compact: true },
  });
  drawn.push(...rows.map((row) => [...row]));
  return drawn
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

function isNumeric(rows: readonly (readonly (string | number)[])[], column: number): boolean {
  return rows.length > 0 && rows.every((row) => typeof row[column] === "number");
}

const sides = ["top", "bottom", "left", "right", "mid", "middle"];
const corners = ["top", "bottom", "left", "right"].flatMap((side) =>
  ["mid", "left", "right"].map((end) => `${side}-${end}`),
);
const borderless = Object.fromEntries(
  [...sides, ...corners, "mid-mid", "left-mid", "right-mid"].map((place) => [place, ""]),
);
