import { describe, expect, it } from "vitest";
import { parseYaml } from "#contracts/campaign-files/yaml-text";
import { edited, settingAt, valueAt } from "../../console/drafts/edit-yaml.ts";

const file = `# For whom, and why now.
id: screening/example
title: Example # as staff know it
owner: # who answers for it
priority: 40
steps:
  invite: { ask: invite, over: [sms], wait: 3 days }
`;
const words = `invite:
  sms: "{clinic}: one. Reply STOP."
  email:
    subject: One
    text: |
      Hello,

      one.
`;

const set = (text: string, path: readonly string[], value: string | number) => {
  const edit = settingAt(text, path, value);
  return edit === undefined ? undefined : edited(text, edit);
};

describe("a field of the form", () => {
  it("reads what the file says", () => {
    expect(valueAt(file, ["title"])).toBe("Example");
    expect(valueAt(file, ["priority"])).toBe("40");
    expect(valueAt(file, ["steps", "invite", "ask"])).toBe("invite");
    for (const path of [["owner"], ["goal"], ["steps"], ["steps", "other"]]) {
      expect(valueAt(file, path)).toBeUndefined();
    }
  });

  it("changes its own words, and no comment, order or spelling beside them", () => {
    expect(set(file, ["title"], "Another")).toBe(file.replace("title: Example", "title: Another"));
    expect(set(file, ["priority"], 50)).toBe(file.replace("40", "50"));
    expect(set(file, ["owner"], "Us")).toBe(file.replace("owner:", "owner: Us"));
    expect(set(file, ["steps", "invite", "ask"], "other")).toBe(
      file.replace("ask: invite", "ask: other"),
    );
  });

  it("adds a key of the header that is not there yet, below the title", () => {
    expect(set(file, ["holdout"], "5%")).toContain(
      'title: Example # as staff know it\nholdout: "5%"\nowner:',
    );
    expect(set(file, ["steps", "invite", "tries"], 2)).toBeUndefined();
  });

  it("writes a text of several lines as it was, at its indentation", () => {
    const next = set(words, ["invite", "email", "text"], "Hello,\n\ntwo.\n");
    expect(next).toBe(
      words
        .replace("one.\n", "two.\n")
        .replace("two.", "one.")
        .replace("      one.\n", "      two.\n"),
    );
    expect(parseYaml(next ?? "").value).toMatchObject({
      invite: { email: { text: "Hello,\n\ntwo.\n" } },
    });
  });

  it.each([
    "yes",
    "null",
    "5%",
    "a: b",
    "{clinic}: hello # not a comment",
    '"quoted"',
    " spaces ",
    "two\nlines",
    "- list",
    "*alias",
    "2027-03-31",
    "Salud: niños & más",
    "",
  ])("writes %j so that YAML reads the same", (value) => {
    for (const path of [["title"], ["owner"]]) {
      expect(parseYaml(set(file, path, value) ?? "").value).toMatchObject({
        [path[0] ?? ""]: value,
      });
    }
    expect(parseYaml(set(words, ["invite", "sms"], value) ?? "").value).toMatchObject({
      invite: { sms: value },
    });
  });

  it("is left alone where the file cannot be read so far", () => {
    expect(settingAt("[".repeat(30_000), ["title"], "x")).toBeUndefined();
    expect(settingAt("- a\n- b\n", ["title"], "x")).toBeUndefined();
    expect(settingAt(file, ["steps"], "x")).toBeUndefined();
  });
});
