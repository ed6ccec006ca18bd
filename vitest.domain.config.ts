import { defineConfig } from "vitest/config";

/** The rule tests alone: what mutation tests run again and again. */
export default defineConfig({
  test: { include: ["test/domain/**/*.test.ts", "test/campaigns/conversations.test.ts"] },
});
