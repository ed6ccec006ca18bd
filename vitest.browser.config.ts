import { defineConfig } from "vitest/config";

/**
 * Walks through the console in a real browser, on the whole local stack. Run by
 * `npm run test:browser`. One file after the other: each has a stack and a browser.
 */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ["verbose", "./test/support/plain-reporter.ts"],
  },
});
