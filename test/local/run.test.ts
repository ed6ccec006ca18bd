import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConcepts } from "#adapters/files/concept-files";
import { loadNotices } from "#adapters/files/notice-files";
import { loadCampaign } from "#cli/campaign-files";
import { reachOf } from "#cli/report/reach";
import { outcomeOf } from "#cli/run-outcome";
import { reachCounts, sumCounts } from "#domain/reach/tally";
import type { Account } from "#local/account";
import { importInto } from "#local/import-into";
import { type LivedRun, liveRounds, type RunOptions, runRounds } from "#local/run";
import { firstDay, writeSmallClinic } from "#support/small-clinic";

const folder = mkdtempSync(join(tmpdir(), "rounds-run-"));
const data = join(folder, "data");
let patients = 0;
beforeAll(() => {
  patients = writeSmallClinic(data);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** These three and no other, so that a campaign added later does not change these days. */
const three = ["lab-reminder/hba1c", "medication-adherence/statin-refill", "screening/mammogram"];

function published() {
  const { concepts } = readConcepts(["campaigns/concepts"]);
  return { concepts, notices: loadNotices("campaigns/notices") };
}

function options(name: string, overrides: Partial<RunOptions> = {}): RunOptions {
  return {
    data,
    published: { ...published(), campaigns: three.map((id) => loadCampaign(id)) },
    from: firstDay,
    days: 12,
    seed: 4,
    directory: join(folder, name),
    ...overrides,
  };
}

/** What must hold of every run, whatever happened in it. */
function expectLawful(account: Account): void {
  expect(account.laws.violations).toEqual([]);
  expect(account.deadLetters).toEqual({});
  const keys = account.accepted.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  // Tallies kept as rows arrived equal a recount.
  const recount = sumCounts(account.rows.flatMap(({ event }) => reachCounts(event)));
  expect(reachOf(account.reach)).toEqual(reachOf(recount));
}

/**
 * As `rounds import` does from another process, while the stack goes on. What a killed process held
 * comes back after a while only, so that the night goes on, slowly: nobody is contacted in it.
 */
async function importAgain({ address, stack }: LivedRun) {
  let isDone = false;
  const importing = importInto(address, data, () => undefined).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await stack.runUntil(stack.clock.now() + 15_000);
    await stack.settle();
    await wait(50);
  }
  return importing;
}

describe("days on the whole local stack", { timeout: 240_000 }, () => {
  it("reach patients on every channel, hear them, and keep the laws; the same seed does it again", async () => {
    const first = await runRounds(options("first"));
    expectLawful(first);
    const { sends, tasks, reach } = outcomeOf(first);
    for (const sent of Object.values(sends)) expect(sent).toBeGreaterThan(0);
    expect(tasks).toBeGreaterThan(0);
    const answers = Object.values(reach).reduce((sum, each) => sum + (each["answers"] ?? 0), 0);
    expect(answers).toBeGreaterThan(0);
    const second = await runRounds(options("second"));
    expectLawful(second);
    expect(outcomeOf(second)).toEqual(outcomeOf(first));
  });

  it("lose nothing and repeat nothing when processes are killed, or files come again", async () => {
    const run = await liveRounds(options("killed", { kills: 8, days: 8 }));
    try {
      const account = await run.account();
      expectLawful(account);
      expect(account.functions.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThan(3);
      expect(account.accepted.length).toBeGreaterThan(5);
      const counts = await importAgain(run);
      expect(counts.find(({ resourceType }) => resourceType === "Patient")).toEqual({
        resourceType: "Patient",
        accepted: patients,
        quarantined: 0,
      });
      const later = await run.account();
      expectLawful(later);
      expect(later.accepted).toEqual(account.accepted);
    } finally {
      await run.stop();
    }
  });
});
