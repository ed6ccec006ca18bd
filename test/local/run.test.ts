import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConcepts } from "#adapters/files/concept-files";
import { loadNotices } from "#adapters/files/notice-files";
import { loadCampaign } from "#cli/campaign-files";
import { reachOf } from "#cli/report/reach";
import { outcomeOf } from "#cli/run-outcome";
import { reachCounts, sumCounts } from "#domain/reach/tally";
import type { Account } from "#local/account";
import { type RunOptions, runRounds } from "#local/run";
import { firstDay, writeSmallClinic } from "#support/small-clinic";

const folder = mkdtempSync(join(tmpdir(), "rounds-run-"));
const data = join(folder, "data");
beforeAll(() => writeSmallClinic(data));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** These three and no other, so that a campaign added later does not change these days. */
const three = ["lab-reminder/hba1c", "medication-adherence/statin-refill", "screening/mammogram"];

function published() {
  const { concepts } = readConcepts(["campaigns/concepts"]);
  return { concepts, notices: loadNotices("campaigns/notices") };
}

function live(name: string, overrides: Partial<RunOptions> = {}): Promise<Account> {
  return runRounds({
    data,
    published: { ...published(), campaigns: three.map((id) => loadCampaign(id)) },
    from: firstDay,
    days: 12,
    seed: 4,
    directory: join(folder, name),
    ...overrides,
  });
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

describe("days on the whole local stack", { timeout: 120_000 }, () => {
  it("reach patients on every channel, hear them, and keep the laws; the same seed does it again", async () => {
    const first = await live("first");
    expectLawful(first);
    const { sends, tasks, reach } = outcomeOf(first);
    for (const sent of Object.values(sends)) expect(sent).toBeGreaterThan(0);
    expect(tasks).toBeGreaterThan(0);
    const answers = Object.values(reach).reduce((sum, each) => sum + (each["answers"] ?? 0), 0);
    expect(answers).toBeGreaterThan(0);
    const second = await live("second");
    expectLawful(second);
    expect(outcomeOf(second)).toEqual(outcomeOf(first));
  });

  it("lose nothing and repeat nothing when processes are killed", async () => {
    const account = await live("killed", { kills: 20, days: 8 });
    expectLawful(account);
    expect(account.functions.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThan(3);
    expect(account.accepted.length).toBeGreaterThan(5);
  });
});
