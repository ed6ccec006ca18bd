import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import type { ReachQuery } from "#contracts/api/reach";
import { type ReachCount, reachCounts, sumCounts } from "#domain/reach/tally";
import { weeksBetween } from "#domain/reach/week";
import { type Came, lifeOf, type Someone } from "#support/a-reach";
import { createLedgerTable, hasDynamodb, startDynamodb } from "#support/dynamodb";
import { createReportReach } from "#usecases/report-reach";
import { figuresOf, type Result } from "./figures.ts";

const people = 100_000;
const campaigns = Array.from({ length: 10 }, (_, number) => `screening/c${number}`);
const year = { from: "2026-W01", through: "2026-W52" };
const weeks = weeksBetween(year.from, year.through);
const rounds = 15;

/** What the report is asked for, and the longest that may take. */
const questions: readonly (readonly [string, ReachQuery])[] = [
  ["one campaign by week", { ...year, campaign: "screening/c3", by: "week" }],
  ["all campaigns by age", { ...year, by: "age-band" }],
];
const answeredWithinMs = 300;

/**
 * A year of a hundred thousand patients in ten campaigns, as the tallies have them, and what waits to
 * be folded into them; read and reported as the staff's function does it.
 */
export async function aYearOfReach(): Promise<readonly Result[]> {
  if (!hasDynamodb) throw new Error("no DynamoDB engine for this machine");
  const engine = await startDynamodb();
  try {
    const name = await createLedgerTable(engine.client);
    let told = 0;
    const isTurnToFold = () => told < weeks.length - 1;
    const ledger = createLedgerStore({ client: engine.client, name }, { isTurnToFold });
    for (const week of weeks) {
      await ledger.append([
        {
          rows: [{ ...aRow, revision: told + 1 }],
          counts: countsOf(week, people / weeks.length),
          cohorts: [],
        },
      ]);
      told += 1;
    }
    const report = createReportReach({ ledger });
    const results: Result[] = [];
    for (const [name, query] of questions) {
      const spent: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const from = process.threadCpuUsage();
        await report({ organization: "oak" }, query);
        const { user, system } = process.threadCpuUsage(from);
        if (round > 0) spent.push((user + system) / 1_000);
      }
      results.push({
        ...{ name: `Reach over a year of 100,000, ${name}`, unit: "ms", figures: figuresOf(spent) },
        bar: { is: "at-most", value: answeredWithinMs },
      });
    }
    return results;
  } finally {
    await engine.stop();
  }
}

const aRow = {
  ...{ organization: "oak", patient: "p1", index: 0, inputs: "digest" },
  event: { type: "narrowing-ended", at: 0 },
} as const;

/** Of each kind of people, and of each campaign, about as many. */
function countsOf(week: string, count: number): readonly ReachCount[] {
  const counts = Array.from({ length: Math.round(count) }, (_, number) => {
    const life = lifeOf(someone(week, number));
    return life.flatMap(reachCounts);
  });
  return sumCounts(counts.flat());
}

function someone(week: string, number: number): Someone {
  const one = <Value>(values: readonly Value[], step: number): Value =>
    values[Math.floor(number / step) % values.length] as Value;
  const came: readonly Came[] = ["touched", "delivered", "delivered", "goal-met", "held-out"];
  return {
    week,
    campaign: one(campaigns, 1),
    came: one(came, 10),
    language: one(["en", "en", "es", "vi", "zh"], 3),
    ageBand: one(["40-49", "50-59", "60-69", "70-79", "80-89"], 7),
    sex: one(["female", "male"] as const, 13),
    site: one(["north", "south", "east", "west", "river", "hill", "lake", "main"], 11),
  };
}
