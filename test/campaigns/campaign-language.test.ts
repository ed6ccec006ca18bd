import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseYaml } from "#adapters/files/yaml-file";
import { Audience, conditionKeys } from "#domain/audience/audience";
import { check } from "#domain/campaign/check";
import { noticeKinds } from "#domain/campaign/checks/notices";
import { Conversation } from "#domain/campaign/conversation";
import { headerShape } from "#domain/campaign/definition";
import { MessageDefinition } from "#domain/campaign/message-definition";
import { outcomes, stepDefinitions } from "#domain/campaign/step-definition";
import { variableNames } from "#domain/message/variables";
import { parseDay } from "#domain/time";

const page = readFileSync("docs/campaign-language.md", "utf8");

function blocks(kind: string): readonly unknown[] {
  const found = [...page.matchAll(/```yaml (\w+)\n([\s\S]*?)```/g)].filter(([, of]) => of === kind);
  return found.map(([, , text]) => {
    const { value, mistakes } = parseYaml(text ?? "");
    expect(mistakes).toEqual([]);
    return value;
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

  it.each([
    ["keys of the head", Object.keys(headerShape)],
    ["keys of steps", Object.values(stepDefinitions).flatMap(({ shape }) => Object.keys(shape))],
    ["outcomes", outcomes],
    ["conditions", conditionKeys],
    ["notices", noticeKinds],
  ])("explains all %s", (_, names) => {
    const isExplained = (name: string) => new RegExp(`\`(next\\.)?${name}`).test(page);
    expect(names.filter((name) => !isExplained(name))).toEqual([]);
  });

  it("names all variables", () => {
    expect(variableNames.filter((name) => !page.includes(`{${name}}`))).toEqual([]);
  });
});
