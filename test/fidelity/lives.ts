import * as fc from "fast-check";
import { loadPublished } from "#cli/published";
import { defaultPolicy } from "#domain/contact/default-policy";
import { standInFor } from "#local/simulation/stand-in";
import { oak } from "#support/a-clinic";
import { begin } from "./beginning.ts";
import { commands } from "./commands.ts";
import type { Engines } from "./engines.ts";
import { Pair, type Setting } from "./pair.ts";
import { people, points } from "./people.ts";
import type { Side } from "./side.ts";

/** Commands of one life, at most. */
const longest = 120;

export interface LivesAsked {
  readonly seed: number;
  readonly lives: number;
  /** Told of each operation that both sides did alike. */
  readonly compared: (call: string) => void;
  /** Told of each command that was run. */
  readonly ran?: (name: string) => void;
  /** Puts a mistake into the simulated side, to see that it is found. */
  readonly careless?: (side: Side) => Side;
}

const { campaigns } = loadPublished().published;
const inUse = campaigns.slice(0, 4).map(standInFor);

/**
 * Lives random lives of a small clinic on both sides at once. The first call that differs fails,
 * and fast-check looks for the shortest life in which it does.
 */
export async function liveAlike(engines: Engines, asked: LivesAsked): Promise<void> {
  const { seed, lives, compared, ran = () => undefined, careless = (side) => side } = asked;
  const setting: Setting = {
    organization: { ...oak, policy: defaultPolicy },
    campaigns: inUse,
    start: Date.parse("2026-10-28T14:00:00Z"),
    compared,
  };
  const any = commands.map(([name, drawn]) => drawn.map((one) => told(one, name, ran)));
  await fc.assert(
    fc.asyncProperty(fc.commands(any, { maxCommands: longest, size: "max" }), async (life) => {
      const ground = await engines.open();
      try {
        const pair = await Pair.open(setting, ground, careless);
        await begin(pair);
        await fc.asyncModelRun(() => ({ model: {}, real: pair }), life);
        await pair.compareAll(people, points);
      } finally {
        await ground.close();
      }
    }),
    { numRuns: lives, seed, endOnFailure: false },
  );
}

type Command = fc.AsyncCommand<object, Pair>;

function told(one: Command, name: string, ran: (name: string) => void): Command {
  return {
    check: (model) => one.check(model),
    async run(model, real) {
      ran(name);
      await one.run(model, real);
    },
    toString: () => one.toString(),
  };
}
