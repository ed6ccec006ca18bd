import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { environmentNamed } from "#infra/environments";
import { functionNames } from "#infra/function-names";
import { regionStacks } from "#support/region-stacks";

const alarms = regionStacks().of("AWS::CloudWatch::Alarm");
const nameOf = (alarm: (typeof alarms)[number]) => String(alarm.properties["AlarmName"]);
const textOf = (alarm: (typeof alarms)[number]) => String(alarm.properties["AlarmDescription"]);
const page = (name: string) =>
  readFileSync(new URL(`../../docs/runbooks/${name}`, import.meta.url), "utf8");
const runbook = page("functions.md");

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

  it("a tick or a daily selection that never came is an alarm too, although nothing failed", () => {
    const silent = alarms.filter(
      ({ properties }) => properties["TreatMissingData"] === "breaching",
    );
    expect(silent.map(nameOf).toSorted()).toEqual([
      "rounds-local-release-due-no-tick",
      "rounds-local-select-patients-no-run",
    ]);
  });

  it("a red flag that waits for two minutes is an alarm", () => {
    const waiting = alarms.filter(
      ({ properties }) => properties["MetricName"] === "ApproximateAgeOfOldestMessage",
    );
    expect(waiting.map(textOf)).toContainEqual(expect.stringContaining("#raise-task"));
    for (const { properties } of waiting) expect(properties["Threshold"]).toBe(120);
  });
});

describe("every alarm", () => {
  const production = regionStacks(environmentNamed("prod-us-east-1"));
  const all = production.of("AWS::CloudWatch::Alarm");

  it.each(all.map((alarm) => [nameOf(alarm), alarm] as const))(
    "%s says what is lost, leads to a section that is there, and is heard",
    (_, alarm) => {
      const [, loss, file, heading] =
        /^([A-Z].{20,}\.) What to do: docs\/runbooks\/([a-z]+\.md)#([a-z-]+)$/.exec(
          textOf(alarm),
        ) ?? [];
      expect(loss).toBeDefined();
      expect(page(String(file))).toContain(`\n## ${heading}\n`);
      expect(alarm.properties["OKActions"]).toHaveLength(1);
      expect(alarm.properties["AlarmActions"]).not.toHaveLength(0);
    },
  );

  it("has a name of its own", () => {
    expect(new Set(all.map(nameOf)).size).toBe(all.length);
  });

  it("of the watch answers the four questions in the runbook, and no section is left over", () => {
    const watch = page("watch.md");
    const sections = watch.split(/^## /m).slice(1);
    const headings = all.flatMap((alarm) => /watch\.md#([a-z-]+)$/.exec(textOf(alarm))?.[1] ?? []);
    const titles = sections.map((section) => section.split("\n")[0]);
    expect(titles.toSorted()).toEqual([...new Set(headings)].toSorted());
    for (const section of sections) {
      const asked = [...section.matchAll(/^\*\*([A-Z][a-z ]+):/gm)].map(([, words]) => words);
      expect(asked).toEqual(["For patients", "Look first", "Recover", "Safe to repeat"]);
    }
  });
});
