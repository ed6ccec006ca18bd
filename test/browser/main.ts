import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { browserPath } from "#support/a-browser";
import { root } from "#support/repository";

/**
 * `npm run test:browser`: the console in a real browser. Ends with `N passed, N failed`; where there
 * is no browser it says so and is no failure.
 */
if (browserPath() === undefined) {
  const how = "no Chromium here: apt-get install chromium, or name one in CHROMIUM";
  process.stdout.write(`0 passed, 0 failed, skipped: ${how}\n`);
} else {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { status } = spawnSync(
    process.execPath,
    [vitest, "run", "--config", "vitest.browser.config.ts", ...process.argv.slice(2)],
    { cwd: root, stdio: "inherit" },
  );
  process.exitCode = status ?? 1;
}
