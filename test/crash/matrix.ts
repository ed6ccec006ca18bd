import { type CrashCase, caseId } from "./case.ts";
import { deathsApart, depthOne, depthTwo, rehearsals, silentTwins } from "./explore.ts";
import type { Failed, Pool } from "./pool.ts";
import { allScenarios } from "./scenarios/all.ts";
import { sendingScenarios } from "./scenarios/sending.ts";
import type { CaseResult } from "./trial/run-case.ts";
import { type BaselineName, baselines } from "./world/functions.ts";

export interface MatrixOptions {
  /** The writes and sends of a few functions, for every commit. */
  readonly isShort: boolean;
  /** Of the first life; the others follow. */
  readonly seed: number;
  readonly lives: number;
  /** Only these; all where none is named. */
  readonly scenarios: readonly string[];
}

/** What is tried, and what came of it. */
export interface Matrix {
  readonly parts: readonly MatrixPart[];
  readonly failed: readonly Failed[];
}

export interface MatrixPart {
  readonly name: string;
  /** `ours`, or who stood in the place of our function. */
  readonly who: "ours" | BaselineName;
  readonly one: readonly CaseResult[];
  readonly pairs: readonly CaseResult[];
  /** The same deaths once more, of processes that the system killed. */
  readonly apart: readonly CaseResult[];
}

/** Functions whose writes the short form tries: one that sends, one that tells agents, one that hears. */
const inShort: readonly string[] = ["send-sms", "raise-task", "receive-sms-red-flag"];

/** What baselines are put in the place of. */
const compared = "send-sms";

export interface Listener {
  /** What is being done, and how far it is. */
  progress(what: string, done: number, of: number): void;
  /** A part is complete. */
  done(part: MatrixPart): void;
}

export async function runMatrix(
  pool: Pool,
  { isShort, seed, lives, scenarios }: MatrixOptions,
  { progress, done }: Listener,
): Promise<Matrix> {
  const failed: Failed[] = [];
  const run = async (what: string, cases: readonly (CrashCase | string)[]) => {
    const ids = cases.map((one) => (typeof one === "string" ? one : caseId(one)));
    const ran = await pool.run(ids, (count) => progress(what, count, ids.length));
    failed.push(...ran.failed);
    return ran.results;
  };
  const usual = isShort ? inShort : allScenarios.map(({ name }) => name);
  const names = scenarios.length > 0 ? scenarios : usual;
  const asked = [
    ...names.map((scenario) => ({ scenario, instead: undefined })),
    ...(names.includes(compared) ? baselines : []).map((instead) => ({
      ...{ scenario: compared, instead },
    })),
  ];
  const parts: MatrixPart[] = [];
  const add = (part: MatrixPart) => {
    parts.push(part);
    done(part);
  };
  for (const { scenario, instead } of asked) {
    const name = instead ? `${scenario}@${instead}` : scenario;
    const rehearsed = await run(name, rehearsals(scenario, instead));
    const first = await run(
      name,
      rehearsed.flatMap((one) => depthOne(one, isShort)),
    );
    const silent = await run(name, silentTwins(first));
    const isPaired = !isShort && !instead && sendingScenarios.some((one) => one.name === scenario);
    const pairs = isPaired ? await run(`pairs of ${name}`, depthTwo(first, rehearsed)) : [];
    const isApart = !isShort && !instead && inShort.includes(scenario);
    const apart = isApart ? await run(`deaths in ${name}`, deathsApart(first)) : [];
    const one = [...rehearsed, ...first, ...silent];
    add({ name, who: instead ?? "ours", one, pairs, apart });
  }
  const seeds = Array.from({ length: lives }, (_, index) => `life/${seed + index}`);
  const lived = await run("whole lives", seeds);
  add({ name: "whole lives", who: "ours", one: lived, pairs: [], apart: [] });
  return { parts, failed };
}
