import { describe, expect, it } from "vitest";
import { runRounds } from "#cli/main";
import { loadPublished } from "#cli/published";
import { type PlantName, plants } from "#local/simulation/plants";
import { type Asked, replayOf } from "#local/simulation/replay";
import { type Simulated, simulate } from "#local/simulation/simulate";
import { scriptedTerminal } from "#support/scripted-terminal";

const { campaigns, notices } = loadPublished().published;

/** What each bug breaks, by the number of the law. */
const broken: readonly (readonly [PlantName, readonly number[]])[] = [
  ["lease-instead-of-claim", [1, 2, 7]],
  ["stale-copy", [1, 2, 7]],
  ["resend-on-lost-answer", [1]],
  ["silence-is-refusal", [1]],
  ["permission-fails-open", [4]],
  ["caps-outside-the-record", [6]],
  ["phone-without-guard", [6]],
  ["hours-in-utc", [5]],
  ["goal-not-looked-at", [8]],
  ["half-the-ledger", [2, 8]],
  ["fence-not-read", [1]],
  ["worklist-believes-anybody", [2]],
];

const seedsTried = 40;

/** The first seed under which the bug is seen. */
async function firstSeen(asked: Asked & { readonly plant: PlantName }): Promise<Simulated> {
  const { plant, ...rest } = asked;
  for (let seed = 1; seed <= seedsTried; seed += 1) {
    const options = { ...rest, seed, campaigns, notices, plant: plants[plant] };
    const simulated = await simulate(options);
    if (simulated.findings.length > 0) return simulated;
  }
  throw new Error(`${plant} was not seen in ${seedsTried} seeds`);
}

describe("a bug that is put in on purpose", () => {
  it("is there for each that can be named", () => {
    expect(broken.map(([name]) => name)).toEqual(Object.keys(plants));
  });

  it.each(broken)(
    "%s is found, and its command lives it again",
    {
      timeout: 120_000,
    },
    async (plant, laws) => {
      const asked = { patients: 40, days: 20, faults: "all", plant } as const;
      const { seed, trace, findings } = await firstSeen(asked);
      expect(findings.some(({ law }) => laws.includes(law))).toBe(true);

      const replay = replayOf(asked, seed);
      expect(replay).toMatch(/^npx rounds simulate /);
      const terminal = scriptedTerminal();
      await runRounds([...replay.split(" ").slice(2), "--json"], terminal);
      const again = JSON.parse(terminal.printed());
      expect(again).toMatchObject({ seed, trace, replay, violations: findings.length });
      expect(terminal.exitCode).toBe(1);
    },
  );
});
