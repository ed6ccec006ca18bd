import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseYaml } from "#contracts/campaign-files/yaml-text";
import { Audience, conditionKeys } from "#domain/audience/audience";
import { limitKeys, particularKeys } from "#domain/audience/evidence-schema";
import { explain } from "#domain/audience/explain";
import { includes } from "#domain/audience/interval";
import { RuleDefinition } from "#domain/audience/named-rule";
import { factRoles } from "#domain/audience/role";
import { solve } from "#domain/audience/solve";
import { english } from "#domain/audience/words/english";
import { check } from "#domain/campaign/check";
import { Conversation } from "#domain/campaign/conversation";
import { headerShape } from "#domain/campaign/definition";
import { MessageDefinition } from "#domain/campaign/message-definition";
import { problemCodes } from "#domain/campaign/problem-code";
import { outcomes, stepDefinitions } from "#domain/campaign/step-definition";
import { variableNames } from "#domain/message/variables";
import { noticeKinds } from "#domain/record/notice";
import { parseDay } from "#domain/time";
import { Chart, conceptsOfChart, subjectOfChart } from "#support/chart";

const page = readFileSync("docs/campaign-language.md", "utf8");

function blocks(kind: string): readonly unknown[] {
  const found = [...page.matchAll(/```yaml (\w+)\n([\s\S]*?)```/g)].filter(([, of]) => of === kind);
  return found.map(([, , text]) => {
    const { value, mistakes } = parseYaml(text ?? "");
    expect(mistakes).toEqual([]);
    return value;
  });
}

/** The examples with a chart, named by what stands in their condition. */
function charts(): readonly { readonly name: string; readonly chart: Chart }[] {
  return blocks("chart").map((block) => {
    const chart = Chart.parse(block);
    return { name: english(chart.condition, (name) => name), chart };
  });
}

describe("docs/campaign-language.md", () => {
  it("shows a whole campaign that check has nothing against but its missing words", () => {
    const [definition] = blocks("campaign");
    const source = { folder: "screening/example", definition, messages: {} };
    const problems = check(source, { today: parseDay("2026-11-23") ?? 0 });
    expect(problems.map(({ code }) => code)).toEqual(["missing-language", "missing-language"]);
  });

  it("shows a step of every kind in it", () => {
    const [definition] = blocks("campaign") as [{ steps: Record<string, object> }];
    const keys = Object.values(definition.steps).flatMap((step) => Object.keys(step));
    for (const verb of Object.keys(stepDefinitions)) expect(keys).toContain(verb);
  });

  it("shows conditions, messages and a conversation that can be read", () => {
    const conditions = blocks("condition");
    expect(conditions.length).toBeGreaterThan(0);
    for (const condition of conditions) expect(Audience.safeParse(condition).error).toBeUndefined();
    for (const message of Object.values(blocks("messages")[0] as object)) {
      expect(MessageDefinition.safeParse(message).error).toBeUndefined();
    }
    expect(Conversation.safeParse(blocks("conversation")[0]).error).toBeUndefined();
  });

  it.each(charts())("tells the truth about $name", ({ chart }) => {
    const known = conceptsOfChart(chart);
    const intervals = solve(chart.condition, subjectOfChart(chart), known);
    const isIn = (date: string) => includes(intervals, parseDay(date) ?? Number.NaN);
    expect(chart.holds.filter((date) => !isIn(date))).toEqual([]);
    expect(chart.fails.filter(isIn)).toEqual([]);
  });

  it("explains every chart in English and in Spanish", () => {
    for (const { chart } of charts()) {
      const known = conceptsOfChart(chart);
      const on = parseDay(chart.holds[0] ?? "") ?? Number.NaN;
      for (const language of ["en", "es"] as const) {
        for (const because of explain(
          chart.condition,
          subjectOfChart(chart),
          known,
          on,
          language,
        )) {
          expect(because.holds).toBe(true);
          expect(because.condition).not.toMatch(/undefined|\[object| {2}/);
        }
      }
    }
  });

  it("shows a rule as its file says it", () => {
    const [rule] = blocks("rule");
    const { value } = parseYaml(readFileSync("campaigns/rules/both-breasts-removed.yaml", "utf8"));
    expect(rule).toEqual(value);
    expect(RuleDefinition.safeParse(rule).error).toBeUndefined();
  });

  it("has an example of every condition", () => {
    const shown = JSON.stringify([...blocks("condition"), ...blocks("chart")]);
    expect(conditionKeys.filter((key) => !shown.includes(`"${key}":`))).toEqual([]);
  });

  it.each([
    ["keys of the head", Object.keys(headerShape)],
    ["keys of steps", Object.values(stepDefinitions).flatMap(({ shape }) => Object.keys(shape))],
    ["outcomes", outcomes],
    ["conditions", conditionKeys],
    ["particulars", [...Object.keys(particularKeys), ...Object.keys(limitKeys)]],
    ["roles", factRoles],
    ["notices", noticeKinds],
  ])("explains all %s", (_, names) => {
    const isExplained = (name: string) => new RegExp(`\`(next\\.)?${name}`).test(page);
    expect(names.filter((name) => !isExplained(name))).toEqual([]);
  });

  it("explains every code of check in one table, and no other", () => {
    const table = page.slice(page.indexOf("\n## What `check` says"));
    const cells = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell]) => cell ?? "");
    const explained = cells.flatMap((cell) => cell.split(", ").map((code) => code.slice(1, -1)));
    expect(explained.toSorted()).toEqual(
      [...problemCodes.error, ...problemCodes.warning].toSorted(),
    );
  });

  it("names all variables", () => {
    expect(variableNames.filter((name) => !page.includes(`{${name}}`))).toEqual([]);
  });
});
