import { count, percent } from "./numbers.ts";
import type { Paint } from "./table.ts";

/** Stages in the order in which they are passed, with the words for them. */
const stages: readonly (readonly [measure: string, words: string])[] = [
  ["eligible", "eligible"],
  ["enrolled", "enrolled"],
  ["touched", "contacted"],
  ["delivered", "delivered"],
  ["answered", "answered"],
  ["goal-met", "goal met"],
];

/** A patient may need a person more than once, so these are no share of the eligible. */
const work: readonly (readonly [measure: string, words: string])[] = [
  ["escalated", "tasks for a person"],
  ["resolved", "closed, helped"],
  ["unreachable", "closed, not reached"],
];

const barLength = 40;
const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A campaign's reach as bars: patients by stage, then the tasks they led to. */
export function funnel(
  measures: Readonly<Record<string, number>>,
  paint: Pick<Paint, "cyan" | "dim" | "magenta">,
): readonly string[] {
  const amount = (measure: string) => measures[measure] ?? 0;
  const all = [...stages, ...work].map(([measure]) => amount(measure));
  const widest = Math.max(1, ...all);
  const line = (measure: string, words: string, colour: (text: string) => string) => {
    const drawn = bar(amount(measure) / widest);
    const gap = " ".repeat(barLength - drawn.length);
    return `  ${words.padEnd(19)} ${colour(drawn)}${gap} ${count(amount(measure)).padStart(7)}`;
  };
  const whole = amount("eligible");
  return [
    ...stages.map(([measure, words]) => {
      const share = percent(amount(measure), whole).padStart(6);
      return `${line(measure, words, paint.cyan)} ${paint.dim(share)}`;
    }),
    ...work.map(([measure, words]) => line(measure, words, paint.magenta)),
  ];
}

/** A bar of block characters to an eighth of a cell; something is never drawn as nothing. */
export function bar(share: number, length = barLength): string {
  const parts = Math.round(Math.min(1, Math.max(0, share)) * length * 8);
  const shown = share > 0 ? Math.max(1, parts) : 0;
  return "█".repeat(Math.floor(shown / 8)) + (eighths[shown % 8] ?? "");
}
