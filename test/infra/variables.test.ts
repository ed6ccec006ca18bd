import { describe, expect, it } from "vitest";
import { functionNames } from "#infra/function-names";
import { regionStacks } from "#support/region-stacks";

const functions = regionStacks().of("AWS::Lambda::Function");

describe("what the template tells a function", () => {
  it.each(functionNames)("%s reads all of it and asks for nothing more", async (name) => {
    const deployed = functions.find(
      ({ properties }) => properties["FunctionName"] === `rounds-local-${name}`,
    );
    const { Variables } = (deployed?.properties["Environment"] ?? { Variables: {} }) as {
      readonly Variables: Readonly<Record<string, unknown>>;
    };
    const before = { ...process.env };
    for (const variable of Object.keys(Variables)) {
      const value = Variables[variable];
      // What CloudFormation fills in is an address here: all of it is a name or an address.
      process.env[variable] = typeof value === "string" ? value : "http://127.0.0.1:4566/a/b";
    }
    try {
      const { config } = await import(`../../functions/${name}/config.ts`);
      expect(Object.keys(config).sort()).toEqual(Object.keys(Variables).sort());
    } finally {
      process.env = before;
    }
  });
});
