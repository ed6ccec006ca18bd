import { describe, expect, it } from "vitest";
import { reservedConcurrency } from "#infra/concurrency-needed";
import { environmentNamed } from "#infra/environments";
import { regionStacks } from "#support/region-stacks";

describe("functions that run at once by reservation", () => {
  it.each(["prod-us-east-1", "staging-us-west-2"])(
    "are counted for %s as its templates reserve them",
    (name) => {
      const environment = environmentNamed(name);
      const reserved = regionStacks(environment)
        .of("AWS::Lambda::Function")
        .map(({ properties }) => Number(properties["ReservedConcurrentExecutions"] ?? 0));
      expect(reserved.reduce((sum, each) => sum + each, 0)).toBe(reservedConcurrency(environment));
    },
  );
});
