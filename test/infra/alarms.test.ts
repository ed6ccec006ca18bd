import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { functionNames } from "#infra/function-names";
import { regionStacks } from "#support/region-stacks";

const alarms = regionStacks().of("AWS::CloudWatch::Alarm");
const textOf = (alarm: (typeof alarms)[number]) => String(alarm.properties["AlarmDescription"]);
const runbook = readFileSync(new URL("../../docs/runbooks/functions.md", import.meta.url), "utf8");

describe("when a function fails", () => {
  it.each(functionNames)("%s: somebody is told what is lost and what to do", (name) => {
    const own = alarms.filter((alarm) => textOf(alarm).endsWith(`functions.md#${name}`));
    expect(own.length).toBeGreaterThan(0);
    expect(runbook).toContain(`## ${name}\n`);
    for (const alarm of own) {
      expect(textOf(alarm)).toMatch(/^[A-Z].{20,}\. What to do: docs\/runbooks\//);
      expect(alarm.properties["AlarmActions"]).toHaveLength(1);
    }
  });

  it("a missing minute tick is an alarm too, although nothing failed", () => {
    const silent = alarms.filter(
      ({ properties }) => properties["TreatMissingData"] === "breaching",
    );
    expect(silent.map(textOf)).toEqual([expect.stringContaining("#release-due")]);
  });

  it("a red flag that waits for two minutes is an alarm", () => {
    const waiting = alarms.filter(
      ({ properties }) => properties["MetricName"] === "ApproximateAgeOfOldestMessage",
    );
    expect(waiting.map(textOf)).toContainEqual(expect.stringContaining("#raise-task"));
    for (const { properties } of waiting) expect(properties["Threshold"]).toBe(120);
  });
});
