import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type EngineChild, startChild } from "#local/engines/child";
import { freePort } from "#support/free-port";
import { root } from "#support/repository";

/** Names the emulator's program for the test's process. */
export const emulatorVariable = "ROUNDS_TEST_EMULATOR";

export interface Emulator {
  /** `http://127.0.0.1:PORT`, for every service. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Programs of the packages first, Node 24 among them, as `npm run` has it. */
export const withPrograms = [join(root, "node_modules", ".bin"), process.env["PATH"]].join(
  delimiter,
);

const startWithinMs = 30_000;

/**
 * Starts the emulator on this machine alone. Functions run as its children and inherit its
 * variables: the endpoints of services that it does not know are given to them in this way, so
 * that nothing in the stacks tells an emulator from AWS.
 * @throws Error with the emulator's last words when it does not come up.
 */
export async function startEmulator(
  variables: Readonly<Record<string, string>>,
): Promise<Emulator> {
  const program = process.env[emulatorVariable];
  if (program === undefined) throw new Error("Run this by: npm run test:deploy");
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const data = await mkdtemp(join(tmpdir(), "rounds-deploy-"));
  const settings = {
    ...variables,
    BIND_HOST: "127.0.0.1",
    MINISTACK_HOST: "127.0.0.1",
    GATEWAY_PORT: String(port),
    LOG_LEVEL: "WARNING",
    PATH: withPrograms,
    TMPDIR: data,
  };
  const assignments = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const child = startChild({ command: "env", args: [...assignments, program], data });
  await answering(child, endpoint);
  return { endpoint, stop: () => child.stop() };
}

async function answering(child: EngineChild, endpoint: string): Promise<void> {
  const until = Date.now() + startWithinMs;
  while (Date.now() < until && !child.hasEnded) {
    const isUp = await fetch(`${endpoint}/_ministack/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await wait(100);
  }
  const words = child.output();
  await child.stop();
  throw new Error(`The emulator did not come up.\n${words}`);
}
