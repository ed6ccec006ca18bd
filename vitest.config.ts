import { defineConfig } from "vitest/config";

/**
 * These change what the whole process shares, its environment or its console, or count what an
 * engine keeps that is one for the whole process.
 */
const alone = [
  "test/adapters/local-engines.test.ts",
  "test/cli/doctor/**/*.test.ts",
  "test/crash/**/*.test.ts",
  "test/fidelity/**/*.test.ts",
  "test/functions/canary.test.ts",
  "test/infra/rules.test.ts",
  "test/local/**/*.test.ts",
];

const elsewhere = ["test/deploy/**", "test/browser/**"];

const limits = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        // Whoever keeps nothing between files may be read by one worker, which loads each module once.
        test: {
          ...limits,
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: [...elsewhere, ...alone],
          isolate: false,
        },
      },
      { test: { ...limits, name: "alone", include: alone } },
    ],
    reporters: ["default", "./test/support/plain-reporter.ts"],
    coverage: { include: ["shared/domain/**"] },
  },
});
