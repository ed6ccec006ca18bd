import { describe, expect, it } from "vitest";
import { filesAt, root, textAt } from "#support/repository";
import { applyPatch } from "./apply-patch.ts";
import { plantedBugs } from "./planted-bug.ts";

const bugs = plantedBugs();

describe("the planted bugs", () => {
  it("are many, and each says what somebody thought", () => {
    expect(bugs.length).toBeGreaterThanOrEqual(25);
    for (const { name, thought } of bugs) expect(thought, name).toMatch(/^[A-Z].{20,200}[.]$/);
  });

  it("name tests that there are", () => {
    const named = bugs.flatMap(({ name, tests }) => tests.map((test) => `${name}: ${test}`));
    const missing = named.filter((one) => filesAt(one.split(": ")[1] ?? "").length === 0);
    expect(missing).toEqual([]);
    expect(bugs.filter(({ tests }) => tests.length === 0)).toEqual([]);
  });

  it("change the product, and nothing else", () => {
    const isProduct = /^[-+]{3} [ab]\/(shared|functions|infra)\//;
    const others = bugs.flatMap(({ name, patch }) =>
      textAt(patch)
        .split("\n")
        .filter((line) => /^(---|\+\+\+) /.test(line) && !isProduct.test(line))
        .map((line) => `${name}: ${line}`),
    );
    expect(others).toEqual([]);
  });

  it.each(bugs.map((bug) => [bug.name, bug] as const))(
    "%s can still be planted",
    (_, { patch }) => {
      expect(applyPatch(patch, root, { isTried: true })).toBeUndefined();
    },
  );
});
