import { describe, expect, it } from "vitest";
import { findCampaigns } from "#adapters/files/campaign-files";
import { loadCampaign } from "#cli/campaign-files";
import { loadConcepts } from "#cli/concepts";
import { findProblems } from "#cli/find-problems";
import { writtenIn } from "#cli/written";
import { compileTexts, problemsOfTexts } from "#contracts/campaign-files/campaign-texts";
import { beginningOf } from "#domain/campaign/beginning";
import { parseDay } from "#domain/time";
import { checkId, checkTexts, withWords } from "#support/a-draft";

const shipped = findCampaigns(["campaigns"]).files;
const today = parseDay("2026-11-23") ?? 0;
const { concepts } = loadConcepts();

describe("a campaign's texts", () => {
  it.each(shipped)("are what is compiled and checked of %s by name", (file) => {
    const [[id, { texts }] = ["", { texts: {} }]] = Object.entries(writtenIn([file]));
    expect(compileTexts(id, texts, 1)).toEqual(loadCampaign(file));
    const folder = file.replace(/campaign\.yaml$/, "");
    const known = findProblems([file], { today, domains: [] }).problems;
    expect(problemsOfTexts(id, texts, { today, concepts })).toEqual(
      known.map((problem) => ({ ...problem, file: problem.file.replace(folder, "") })),
    );
  });

  it("bring the rules that they name, and those alone", () => {
    const [file = ""] = shipped.filter((one) => one.includes("screening/mammogram"));
    const { "screening/mammogram": written } = writtenIn([file]);
    expect(Object.keys(written?.texts ?? {})).toEqual([
      ...["campaign.yaml", "messages/en.yaml", "messages/es.yaml"],
      "rules/both-breasts-removed.yaml",
    ]);
  });

  it("are wrong at a line and a column, with what to do", () => {
    const texts = withWords("start: invite", "start: invit");
    const [problem] = problemsOfTexts(checkId, texts, { today });
    const line = checkTexts["campaign.yaml"]?.split("\n").indexOf("start: invite") ?? -1;
    expect(problem).toMatchObject({ file: "campaign.yaml", line: line + 1, column: 1 });
    expect(problem?.message).toContain("Did you mean `invite`?");
  });

  it("say what is wrong with a rule of theirs", () => {
    const texts = {
      ...withWords("audience: { sex: female }", "audience: { rule: known }"),
      "rules/known.yaml": "is: { rule: other }\n",
      "rules/broken.yaml": "title: [\n",
    };
    const problems = problemsOfTexts(checkId, texts, { today });
    expect(problems.map(({ file, code }) => [file, code])).toEqual(
      expect.arrayContaining([
        ["campaign.yaml", "unknown-rule"],
        ["rules/broken.yaml", "bad-rule"],
        ["rules/known.yaml", "unknown-rule"],
      ]),
    );
  });

  it("are refused when their rules are beyond all bounds once they are written out", () => {
    const doubled = (at: number) => `is: { all: [{ rule: r${at + 1} }, { rule: r${at + 1} }] }`;
    const rules = Object.fromEntries(
      Array.from({ length: 35 }, (_, at) => [`rules/r${at}.yaml`, doubled(at)]),
    );
    const texts = {
      ...withWords("audience: { sex: female }", "audience: { rule: r0 }"),
      ...{ ...rules, "rules/r35.yaml": "is: { sex: female }" },
    };
    const problems = problemsOfTexts(checkId, texts, { today, concepts });
    expect(problems).toContainEqual(
      expect.objectContaining({ file: "rules/r0.yaml", code: "bad-rule", line: 1 }),
    );
    expect(problems.some(({ code }) => code === "unknown-rule")).toBe(true);
  });

  it("of a beginning lack only what nobody can know yet", () => {
    const errors = problemsOfTexts("screening/new-one", beginningOf("screening/new-one"), {
      ...{ today, concepts, rules: new Map() },
    }).filter(({ severity }) => severity === "error");
    expect(new Set(errors.map(({ code }) => code))).toEqual(
      new Set(["missing-owner", "missing-review", "unknown-concept"]),
    );
  });
});
