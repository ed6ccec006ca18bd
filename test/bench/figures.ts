/** Measured figures: the middle one and how far they spread, for one run is no evidence. */
export interface Figures {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function figuresOf(values: readonly number[]): Figures {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? Number.NaN;
  return {
    median: at(Math.floor(sorted.length / 2)),
    least: at(0),
    most: at(sorted.length - 1),
  };
}

/**
 * Milliseconds that this thread computed for the work: what else the machine does meanwhile does
 * not count, nor does waiting.
 */
export function computed(work: () => unknown): number {
  const from = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1000;
}

/** Milliseconds that passed while the work was done. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** How a figure grows with a size: 0 not at all, 1 as the size does. The slope of both logarithms. */
export function exponentOf(points: readonly (readonly [size: number, figure: number])[]): number {
  const logs = points.map(([size, figure]) => [Math.log(size), Math.log(figure)] as const);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const x = mean(logs.map(([size]) => size));
  const y = mean(logs.map(([, figure]) => figure));
  const over = logs.reduce((sum, [size, figure]) => sum + (size - x) * (figure - y), 0);
  const under = logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0);
  return over / under;
}

/** One line of the report, with the bar it must keep. */
export interface Result {
  readonly name: string;
  readonly unit: string;
  readonly figures: Figures;
  readonly bar?: { readonly is: "at-least" | "at-most"; readonly value: number };
}

export function holds({ figures, bar }: Result): boolean {
  if (bar === undefined) return true;
  return bar.is === "at-least" ? figures.median >= bar.value : figures.median <= bar.value;
}

export function lineOf(result: Result): string {
  const { name, unit, figures, bar } = result;
  const shown = (value: number) =>
    Math.abs(value) >= 100
      ? Math.round(value).toLocaleString("en-US")
      : value.toFixed(Math.abs(value) >= 10 ? 1 : 3);
  const spread = `${shown(figures.least)} … ${shown(figures.most)}`;
  const limit =
    bar === undefined
      ? ""
      : `  ${bar.is === "at-least" ? "≥" : "≤"} ${shown(bar.value)}${holds(result) ? "" : "  MISSED"}`;
  return `${name.padEnd(52)} ${shown(figures.median).padStart(10)} ${unit.padEnd(12)} (${spread})${limit}`;
}
