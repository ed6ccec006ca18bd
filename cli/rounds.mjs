#!/usr/bin/env node
/**
 * The `rounds` command. The code is TypeScript that Node runs by itself from 22.18 on; an older
 * Node hands over to the one that `npm ci` brought along. Plain JavaScript, so that any Node gets
 * as far as saying so.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const runsTypeScript = major > 22 || (major === 22 && minor >= 18);
const own = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));

if (!existsSync(fileURLToPath(new URL("../node_modules/commander", import.meta.url)))) {
  giveUp("The packages of rounds are not installed: run npm ci first.");
} else if (runsTypeScript) {
  try {
    const { runProcess } = await import("./main.ts");
    await runProcess();
  } catch (error) {
    if (process.env.ROUNDS_DEBUG) throw error;
    giveUp(`rounds: ${error.message} (ROUNDS_DEBUG=1 shows where)`);
  }
} else if (existsSync(own)) {
  handOver();
} else {
  giveUp(
    `Node ${process.versions.node} is too old (22.18 is needed): run npm ci first, it brings one.`,
  );
}

function handOver() {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(own, args, { stdio: "inherit" });
  // Ctrl-C reaches the child by itself; this process only waits for what it makes of it.
  process.on("SIGINT", () => undefined);
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => giveUp(`${own} does not run here: ${error.message}`));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

function giveUp(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
