import { defineConfig } from "vitest/config";

/**
 * Real deployments into an emulator: one story from the first stack to the last, so the first test
 * that fails ends it. Run by `npm run test:deploy`, which installs the emulator.
 */
export default defineConfig({
  test: {
    include: ["test/deploy/**/*.test.ts"],
    bail: 1,
    testTimeout: 300_000,
    hookTimeout: 180_000,
    reporters: ["verbose", "./test/support/plain-reporter.ts"],
  },
});
