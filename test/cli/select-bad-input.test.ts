import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import type { Selection } from "#cli/commands/select";
import { registerSelect } from "#cli/commands/select";
import { bundle, folderOf, mammogramOn } from "#support/fhir-folder";
import { scriptedTerminal } from "#support/scripted-terminal";

const woman = { gender: "female", birthDate: "1966-06-15" };

async function selectFrom(
  data: string,
  audience: string,
  options: { readonly lists?: string; readonly rules?: Readonly<Record<string, string>> } = {},
) {
  const folder = folderOf({ "mine.yaml": audience });
  if (options.rules) mkdirAndWrite(join(folder, "rules"), options.rules);
  const terminal = scriptedTerminal();
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerSelect(program, terminal);
  const args = ["select", join(folder, "mine.yaml"), "--data", data, "--on", "2026-12-31"];
  const lists = options.lists === undefined ? [] : ["--concepts", options.lists];
  await program.parseAsync([...args, "--json", ...lists], { from: "user" });
  const lines = terminal.printed().split("\n").filter(Boolean);
  const found: readonly Selection[] = lines.map((line) => JSON.parse(line));
  return {
    in: found.filter((each) => each.in).map(({ patient }) => patient),
    of: (patient: string) => found.find((each) => each.patient === patient),
    complained: terminal.complained(),
    exitCode: terminal.exitCode ?? 0,
  };
}

const noMammogram = "audience: { none: { of: mammogram, within: 27 months } }";

function a1c(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    resourceType: "Observation",
    status: "final",
    code: { coding: [{ system: "http://loinc.org", code: "4548-4" }] },
    effectiveDateTime: "2026-05-01",
    ...value,
  };
}

describe("selection from data that is not as it should be", () => {
  it("cannot tell by a date of a year or a month alone, and then does not select", async () => {
    const data = folderOf({
      "year.json": bundle("year", woman, mammogramOn("2024")),
      "month.json": bundle("month", woman, mammogramOn("2024-09")),
      "recent.json": bundle("recent", woman, mammogramOn("2025")),
    });
    const found = await selectFrom(data, noMammogram);
    expect(found.in).toEqual(["month"]);
    expect(found.of("year")?.because[0]?.holds).toBe("unknown");
    expect(found.of("recent")?.because[0]?.holds).toBe(false);
  });

  it("passes over a date that no calendar has, and says so", async () => {
    const data = folderOf({ "bad.json": bundle("bad", woman, mammogramOn("2026-02-30")) });
    const { complained } = await selectFrom(data, noMammogram);
    expect(complained).toContain("1 resources could not be used");
    expect(complained).toContain("fhir/bad-date");
  });

  it("converts units as the concept says, and guesses none", async () => {
    const quantity = (value: number, unit?: string) => ({
      valueQuantity: { value, ...(unit === undefined ? {} : { unit }) },
    });
    const data = folderOf({
      "percent.json": bundle("percent", woman, a1c(quantity(9.4, "%"))),
      "ifcc.json": bundle("ifcc", woman, a1c(quantity(80, "mmol/mol"))),
      "low.json": bundle("low", woman, a1c(quantity(53, "mmol/mol"))),
      "bare.json": bundle("bare", woman, a1c(quantity(9.4))),
      "strange.json": bundle("strange", woman, a1c(quantity(9.4, "mg"))),
    });
    const rule = 'audience: { latest: { of: hba1c, above: 9, unit: "%" } }';
    const found = await selectFrom(data, rule);
    expect(found.in.toSorted()).toEqual(["ifcc", "percent"]);
    expect(found.of("low")?.because[0]?.holds).toBe(false);
    expect(found.of("bare")?.because[0]?.holds).toBe("unknown");
    expect(found.of("strange")?.because[0]?.holds).toBe("unknown");
  });

  it("counts the latest version of a resource that comes several times, in any order", async () => {
    const version = (status: string, lastUpdated: string) => ({
      ...mammogramOn("2026-05-01"),
      id: "same",
      status,
      meta: { lastUpdated },
    });
    const data = folderOf({
      "a.json": bundle("voided", woman, version("entered-in-error", "2026-06-02T00:00:00Z")),
      "b.json": bundle("voided", woman, version("completed", "2026-06-01T00:00:00Z")),
      "c.json": bundle("done", woman, version("completed", "2026-06-02T00:00:00Z")),
      "d.json": bundle("done", woman, version("entered-in-error", "2026-06-01T00:00:00Z")),
    });
    expect((await selectFrom(data, noMammogram)).in).toEqual(["voided"]);
  });

  it("finds its patients however the lines are ordered", async () => {
    const fact = { ...mammogramOn("2026-05-01"), id: "m", subject: { reference: "Patient/p" } };
    const patient = { resourceType: "Patient", id: "p", ...woman };
    const data = folderOf({
      "lines.ndjson": [fact, patient].map((line) => JSON.stringify(line)).join("\n"),
    });
    const { in: isIn, of } = await selectFrom(data, noMammogram);
    expect(isIn).toEqual([]);
    expect(of("p")?.because[0]?.facts).toEqual(["Procedure/m"]);
  });

  it("keeps to the one patient of a file only when told to", async () => {
    const astray = { ...mammogramOn("2026-05-01"), subject: { reference: "Patient/two" } };
    const data = folderOf({
      "one.json": bundle("one", woman, astray),
      "two.json": bundle("two", woman),
    });
    expect((await selectFrom(data, noMammogram)).in).toEqual(["one"]);
    const rest = ["--data", data, "--on", "2026-12-31", "--json", "--one-patient-per-file"];
    const terminal = scriptedTerminal();
    const program = new Command();
    registerSelect(program, terminal);
    const rule = join(folderOf({ "mine.yaml": noMammogram }), "mine.yaml");
    await program.parseAsync(["select", rule, ...rest], { from: "user" });
    const answers = terminal
      .printed()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers).toMatchObject([
      { patient: "one", in: false },
      { patient: "two", in: true },
    ]);
  });

  it("takes a name that leads nowhere for the one patient of the bundle it stands in", async () => {
    const astray = { ...mammogramOn("2026-05-01"), subject: { reference: "Patient/nobody" } };
    const data = folderOf({ "one.json": bundle("one", woman, astray) });
    expect((await selectFrom(data, noMammogram)).of("one")).toMatchObject({ in: false });
    const both = folderOf({
      "one.json": bundle("one", woman, astray),
      "two.json": bundle("two", woman, { ...astray, id: "other" }),
    });
    expect((await selectFrom(both, noMammogram)).in).toEqual(["one", "two"]);
  });

  it("refuses rules that go round in a circle, and shows the circle", async () => {
    const found = await selectFrom(folderOf({}), "audience: { rule: a }", {
      rules: { "a.yaml": "is: { not: { rule: b } }", "b.yaml": "is: { all: [{ rule: a }] }" },
    });
    expect(found.exitCode).toBe(2);
    expect(found.complained).toContain("refer to each other in a circle: a → b → a");
  });

  it("refuses a rule and a concept that are not there, with the nearest", async () => {
    const rule = await selectFrom(folderOf({}), "audience: { rule: both-breast-removed }");
    expect(rule.complained).toContain("Did you mean `both-breasts-removed`?");
    const concept = await selectFrom(folderOf({}), "audience: { rule: mine }", {
      rules: { "mine.yaml": "is: { never: mamogram }" },
    });
    expect(concept.complained).toContain("Did you mean `mammogram`?");
    expect([rule.exitCode, concept.exitCode]).toEqual([2, 2]);
  });

  it("takes a list of 50,000 codes", async () => {
    const codes = Array.from({ length: 50_000 }, (_, i) => ({ code: `c${i}` }));
    const lists = folderOf({
      "Long.json": {
        resourceType: "ValueSet",
        compose: { include: [{ system: "http://own.example", concept: codes }] },
      },
    });
    const of = (code: string) => ({
      ...mammogramOn("2026-05-01"),
      code: { coding: [{ system: "http://own.example", code }] },
    });
    const data = folderOf({
      "last.json": bundle("last", woman, of("c49999")),
      "none.json": bundle("none", woman, of("c50000")),
    });
    expect((await selectFrom(data, "audience: { ever: long }", { lists })).in).toEqual(["last"]);
  });

  it("takes a patient with 20,000 facts", async () => {
    const days = Array.from({ length: 20_000 }, (_, i) =>
      mammogramOn(`${2000 + (i % 25)}-${String(1 + (i % 12)).padStart(2, "0")}-15`),
    );
    const data = folderOf({ "long.json": bundle("long", woman, ...days) });
    const rule = `
audience:
  all:
    - at-least: { count: 20, of: mammogram, on: different-days }
    - followed: { of: mammogram, by: mammogram, within: 40 days }
    - unfollowed: { of: mammogram, by: mammogram, within: 1 year }
    - none: { of: mammogram, within: 1 year }`;
    const found = await selectFrom(data, rule);
    expect(found.complained).toBe("");
    expect(found.of("long")?.because.map(({ holds }) => holds)).toEqual([true, true, false, true]);
  });
});

function mkdirAndWrite(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
