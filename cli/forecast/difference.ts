import type { Difference, DifferenceMeasure } from "#domain/forecast/difference";
import { touchWords } from "#domain/ledger/in-words/reasons";
import { count } from "../report/numbers.ts";
import { type Paint, table } from "../report/table.ts";
import { money } from "./money.ts";

const measureWords: Readonly<Record<DifferenceMeasure, string>> = {
  inAudience: "in the audience",
  entered: "enter",
  sms: `${touchWords.sms}s`,
  email: `${touchWords.email}s`,
  voice: `${touchWords.voice}s`,
  "sms-parts": "parts of texts",
  tasks: "tasks for agents",
  "agent-minutes": "minutes of agents",
  cost: "cost",
};

export function differenceInWords(
  difference: Difference,
  { against, currency }: { readonly against: string; readonly currency: string },
  paint: Paint,
): string {
  const rows = difference.map((row) => {
    const shown = (value: number) =>
      row.measure === "cost" ? money(value, currency) : count(value);
    const words = measureWords[row.measure];
    const sign = row.change > 0 ? "+" : "";
    return [words, shown(row.against), shown(row.now), `${sign}${shown(row.change)}`];
  });
  return `${paint.bold("Against")} ${against}\n${table(["", "before", "now", "change"], rows, paint)}`;
}
