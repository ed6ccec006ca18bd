import { defineConfig } from "vitest/config";

/**
 * Walks through the console in a real browser, on the whole local stack. Run by
 * `npm run test:browser`. Two files beside each other, for much of a walk is waiting: each has a stack
 * and a browser.
 */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ["verbose", "./test/support/plain-reporter.ts"],
  },
});
