import { type ForecastPart, forecastPartsMax } from "#contracts/api/forecast";
import { addCounts, noCounts } from "#domain/forecast/add-counts";
import type { ForecastCounts } from "#domain/forecast/tally";
import { parseDay } from "#domain/time";

/** Into how many parts the population is taken, one after the other, until each part is small enough. */
const partings = [1, 8, 64, 512, forecastPartsMax];

/** Parts asked for at the same time: staff who work need the API too. */
const atOnce = 2;

/** What has been counted so far. */
export interface Counted {
  readonly counts: ForecastCounts;
  readonly blind: readonly string[];
  readonly done: number;
  readonly of: number;
  /** Parts that were too large even so: those who are in them and were not looked at are not counted. */
  readonly cutOff: number;
}

export type AskPart = (part: number, of: number, signal: AbortSignal) => Promise<ForecastPart>;

/** Counts everybody, part by part, and tells how far it came. */
export async function countAll(
  ask: AskPart,
  onProgress: (counted: Counted) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const of of partings) {
    const first = await ask(0, of, signal);
    if (!first.isWhole && of !== forecastPartsMax) continue;
    return countParts(first, of, { ask, onProgress, signal });
  }
}

async function countParts(
  first: ForecastPart,
  of: number,
  { ask, onProgress, signal }: CountingBy,
): Promise<void> {
  let counted: Counted = { counts: noCounts, blind: first.blind, done: 0, of, cutOff: 0 };
  const add = (part: ForecastPart) => {
    counted = {
      ...counted,
      counts: addCounts(counted.counts, countsIn(part)),
      done: counted.done + 1,
      cutOff: counted.cutOff + (part.isWhole ? 0 : 1),
    };
    onProgress(counted);
  };
  add(first);
  let next = 1;
  const lane = async () => {
    while (next < of) {
      const part = next;
      next += 1;
      add(await ask(part, of, signal));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

interface CountingBy {
  readonly ask: AskPart;
  readonly onProgress: (counted: Counted) => void;
  readonly signal: AbortSignal;
}

function countsIn({ counts }: ForecastPart): ForecastCounts {
  const { entering, touches, tasks } = counts;
  return {
    ...counts,
    entering: entering.map(undated),
    touches: touches.map(undated),
    tasks: tasks.map(undated),
  };
}

function undated<Row extends { readonly day: string }>(
  row: Row,
): Omit<Row, "day"> & { readonly day: number } {
  // The contract has looked at its form.
  return { ...row, day: parseDay(row.day) ?? 0 };
}
