import { describe, expect, it } from "vitest";
import { functionNames, variants } from "#infra/function-names";
import { regionStacks } from "#support/region-stacks";
import { filesAt, textAt } from "#support/repository";

const stacks = regionStacks();
const readme = textAt("README.md");
const runbook = textAt("docs/runbooks/functions.md");

/** What the template says that a function does. */
function doesOf(name: string): string {
  const found = stacks
    .of("AWS::Lambda::Function")
    .find(({ properties }) => String(properties["FunctionName"]).endsWith(`-local-${name}`));
  return String(found?.properties["Description"]);
}

/** What the alarms say that is lost when it fails. */
function lossOf(name: string): string {
  const texts = stacks
    .of("AWS::CloudWatch::Alarm")
    .map(({ properties }) => String(properties["AlarmDescription"]));
  const own = texts.find((text) => text.endsWith(`#${name}`)) ?? "";
  return own.slice(0, own.indexOf(" What to do: "));
}

describe("the folder of functions", () => {
  it("holds one folder for each function that is deployed, and no other", () => {
    const folders = filesAt("functions/*/*").map((file) => file.split("/")[1]);
    expect([...new Set(folders)]).toEqual([...functionNames].toSorted());
  });

  it.each(functionNames)("%s is composed, handled and configured, and nothing else", (name) => {
    const others = Object.values(variants).filter((entry) => entry.includes(`/${name}/`));
    expect(filesAt(`functions/${name}/**/*`)).toEqual([
      `functions/${name}/config.ts`,
      `functions/${name}/handler.ts`,
      `functions/${name}/index.ts`,
      ...others,
    ]);
  });
});

describe("what is written about a function", () => {
  const rows = readme.split("\n").filter((line) => line.startsWith("| ["));

  it("stands in the README once for each", () => {
    expect(rows).toHaveLength(functionNames.length);
  });

  it.each(functionNames)("%s: the README says what the template and its alarms say", (name) => {
    const row = rows.find((line) => line.startsWith(`| [${name}](`)) ?? "";
    const [, link, trigger, does, loss] = row.split("|").map((cell) => cell.trim());
    expect(link).toBe(`[${name}](docs/runbooks/functions.md#${name})`);
    expect(trigger).not.toBe("");
    expect(does).toBe(doesOf(name));
    expect(loss).toBe(lossOf(name));
  });

  it.each(functionNames)("%s: the runbook answers the four questions", (name) => {
    const section = runbook.split(/^## /m).find((part) => part.startsWith(`${name}\n`)) ?? "";
    const asked = [...section.matchAll(/^\*\*([A-Z][a-z ]+):/gm)].map(([, words]) => words);
    expect(asked).toEqual(["For patients", "Look first", "Recover", "Safe to repeat"]);
  });
});
