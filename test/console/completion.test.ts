import { describe, expect, it } from "vitest";
import { campaignJsonSchema } from "#domain/campaign/json-schema";
import { optionsAt, type Schema } from "../../console/drafts/completion.ts";

const schema = campaignJsonSchema() as Schema;
const names = { concepts: ["mammogram", "statin"] };

/** What is offered at the bar. */
const offered = (text: string) =>
  optionsAt(text.replace("|", ""), text.indexOf("|"), schema, names).map(({ label }) => label);

const steps = `start: |
steps:
  invite:
    ask: invite
    next: { silence: end }
  remind: { end: done }
`;

describe("completion, by the schema that is published", () => {
  it("offers the keys of a campaign, with what they are for", () => {
    const options = optionsAt("id: a/b\nti", 8, schema, names);
    expect(options.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["title", "owner", "review", "audience", "steps"]),
    );
    expect(options.find(({ label }) => label === "owner")?.detail).toContain("answers for");
  });

  it("offers the keys of a step and not those of the campaign", () => {
    const keys = offered("steps:\n  invite:\n    |");
    expect(keys).toEqual(expect.arrayContaining(["ask", "over", "wait", "next", "notAfter"]));
    expect(keys).not.toContain("owner");
  });

  it("offers the values that a key takes", () => {
    expect(offered("purpose: |")).toEqual(expect.arrayContaining(["screening", "lab-due"]));
    expect(offered("steps:\n  a:\n    unconfirmed: |")).toEqual(["skip", "other-channel", "agent"]);
    expect(offered("steps:\n  a: { escalate: b, priority: |")).toContain("urgent");
  });

  it("offers the steps that there are where a step is named", () => {
    expect(offered(steps)).toEqual(["end", "invite", "remind"]);
    expect(
      offered(steps.replace("silence: end", "silence: |").replace("start: |", "start: a")),
    ).toEqual(["end", "invite", "remind"]);
  });

  it("offers the organization's concepts in an audience and a goal", () => {
    expect(offered("audience:\n  all:\n    - any: |")).toContain("statin");
    expect(offered("goal: { any: |")).toContain("mammogram");
  });

  it("offers conditions in an audience", () => {
    expect(offered("audience:\n  all:\n    - |")).toEqual(
      expect.arrayContaining(["age", "sex", "none", "any", "rule"]),
    );
  });

  it("offers nothing that it does not know, whatever stands there", () => {
    expect(offered("nobody:\n  knows:\n    |")).toEqual([]);
    for (const text of ["|", "}{|", "a: [|", "- - - |", "steps: {{{|"]) offered(text);
  });
});
