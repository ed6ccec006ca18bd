import { defineConfig } from "vitest/config";

/**
 * The rule tests alone: what mutation tests run again and again. The scan of every zone's every
 * change is left out for its half a minute; others try the same code at fewer moments.
 */
export default defineConfig({
  test: {
    include: ["test/domain/{contact,message,patient,record,reply,task,triage}/**/*.test.ts"],
    exclude: ["test/domain/contact/every-change.test.ts"],
    // Pure code keeps nothing between files, so that one worker may read them all.
    isolate: false,
  },
});
