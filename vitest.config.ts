import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/deploy/**", "test/browser/**"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ["default", "./test/support/plain-reporter.ts"],
    coverage: { include: ["shared/domain/**"] },
  },
});
