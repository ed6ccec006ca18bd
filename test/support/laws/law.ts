import fc from "fast-check";
import { describe, expect } from "vitest";
import { hasDynamodb } from "../dynamodb.ts";

/** The same runs on every machine and every day; `LAW_SEED` gives others. */
const usualSeed = 20_261_130;
const seed = Number(process.env["LAW_SEED"] ?? usualSeed);

/** Replays one run: a path as a failure prints it, with its seed. */
const path = process.env["LAW_PATH"];

/** So many times the usual runs, for a night; then each test says what it tried. */
const times = Number(process.env["LAW_RUNS"] ?? 1);
export const isNight: boolean = times > 1;

/** Nothing was asked for: these are the runs whose tries are known. */
const isUsual = !isNight && path === undefined && process.env["LAW_SEED"] === undefined;

/** A test may wait this long for a machine that is busy with others, and shrinks what it finds. */
const patienceMs = isNight ? 4 * 3_600_000 : 300_000;

/** The tests of one law, where an engine can be started. */
export function lawTests(name: string, tests: () => void): void {
  describe.skipIf(!hasDynamodb)(name, { timeout: patienceMs }, tests);
}

/** Holds in all of so many runs. A failure prints the seed, the path and the order of turns. */
export async function holds<Ts>(property: fc.IAsyncProperty<Ts>, numRuns: number): Promise<void> {
  const replay = path === undefined ? {} : { path };
  await fc.assert(property, { seed, numRuns: numRuns * times, ...replay });
}

/** What the property says of a bug that was planted, within so many runs; empty: it saw nothing. */
export async function seenOf<Ts>(
  property: fc.IAsyncProperty<Ts>,
  numRuns: number,
): Promise<string> {
  const { failed, errorInstance } = await fc.check(property, {
    seed: usualSeed,
    numRuns,
    endOnFailure: true,
  });
  if (!failed) return "";
  return errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
}

/** A law that is hardly ever tried is not proven: how often the usual runs came to the point. */
export function expectTried(found: number, moreThan: number): void {
  if (isUsual) expect(found).toBeGreaterThan(moreThan);
}
