import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "#support/repository";
import { emulatorVariable } from "./emulator.ts";
import { installEmulator } from "./python.ts";

/**
 * `npm run test:deploy`: real deployments into an emulator of AWS on this machine. Ends with
 * `N passed, N failed`; where the emulator cannot be installed it says why and is no failure.
 */
const installed = installEmulator();
if ("missing" in installed) {
  process.stdout.write(`0 passed, 0 failed, skipped: ${installed.missing}\n`);
} else {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { status } = spawnSync(
    process.execPath,
    [vitest, "run", "--config", "vitest.deploy.config.ts"],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, [emulatorVariable]: installed.program },
    },
  );
  process.exitCode = status ?? 1;
}
