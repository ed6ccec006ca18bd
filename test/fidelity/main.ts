import { parseArgs } from "node:util";
import { startEngines } from "./engines.ts";
import { liveAlike } from "./lives.ts";

const help = `npm run fidelity -- [--operations N] [--seed N]

Lives random lives of a small clinic on the simulation's engines and on the real ones at once, until
so many operations of both were alike. Exits with 1 at the first that differs, with the shortest
life in which it does.`;

const { values } = parseArgs({
  options: {
    operations: { type: "string", default: "50000" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  },
});

/** Between two looks at how far it has come. */
const livesAtATime = 10;

async function main(): Promise<void> {
  const wanted = Number(values.operations);
  const engines = await startEngines();
  const operations = new Map<string, number>();
  const ran = new Map<string, number>();
  const count = (counts: Map<string, number>) => (name: string) =>
    void counts.set(name, (counts.get(name) ?? 0) + 1);
  const sum = () => [...operations.values()].reduce((a, b) => a + b, 0);
  const started = Date.now();
  try {
    for (let seed = Number(values.seed); sum() < wanted; seed += 1) {
      const asked = { seed, lives: livesAtATime, compared: count(operations), ran: count(ran) };
      await liveAlike(engines, asked);
      process.stdout.write(`seed ${seed}: ${sum()} operations alike\n`);
    }
  } catch (error) {
    process.stdout.write(`${toldBy(error)}\n`);
    process.exitCode = 1;
  } finally {
    await engines.stop();
  }
  for (const [name, times] of [...operations].toSorted(([, a], [, b]) => b - a)) {
    process.stdout.write(`${String(times).padStart(8)}  ${name}\n`);
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const differing = process.exitCode === 1 ? 1 : 0;
  process.stdout.write(
    `${sum()} operations of ${ran.size} commands over ${engines.name}: ` +
      `${differing} differences, ${seconds} s\n`,
  );
}

/** The shortest life, and what differed in it. */
function toldBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n${toldBy(error.cause)}`;
}

if (values.help) process.stdout.write(`${help}\n`);
else await main();
