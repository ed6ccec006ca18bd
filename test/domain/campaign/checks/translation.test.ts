import { describe, expect, it } from "vitest";
import { check } from "#domain/campaign/check";
import { sketch } from "#domain/campaign/sketch";
import { englishDigest } from "#domain/campaign/translation";
import { found, problemsWith, today } from "#support/campaign-problems";
import { campaignSource } from "#support/campaign-source";

const digestOf = (en: unknown) =>
  englishDigest(sketch({ folder: "a/b", definition: {}, messages: { en } }));

describe("a translation is locked to its English", () => {
  it("and refused once English has changed, with the line that renews it", () => {
    const source = campaignSource();
    const { en } = campaignSource({ en: [["a check-up is due", "a check is due"]] }).messages;
    const problems = check({ ...source, messages: { ...source.messages, en } }, { today });
    expect(problems).toMatchObject([
      {
        code: "translation-stale",
        severity: "error",
        file: "messages/es.yaml",
        path: ["translates"],
      },
    ]);
    expect(problems[0]?.message).toContain(`write \`translates: ${digestOf(en)}\``);
  });

  it("and is asked to say so, with the line to add", () => {
    const problems = problemsWith({ es: [[/translates: .*\n/, ""]] });
    expect(problems).toMatchObject([
      { code: "translation-unlocked", severity: "warning", path: [] },
    ]);
    expect(problems[0]?.message).toMatch(/Add `translates: en-[0-9a-z]{11}`/);
  });

  it("whatever the order of keys and the breaks of lines", () => {
    const one = { a: { sms: "Hello you" }, b: { email: { subject: "x", text: "y z" } } };
    const same = { b: { email: { text: "y\nz ", subject: "x" } }, a: { sms: "Hello  you" } };
    expect(digestOf(one)).toBe(digestOf(same));
    expect(digestOf(one)).not.toBe(digestOf({ ...one, a: { sms: "Hello them" } }));
    expect(digestOf(one)).not.toBe(digestOf({ ...one, a: { voice: "Hello you" } }));
    expect(digestOf({ reviewedBy: "A", ...one })).toBe(digestOf(one));
  });

  it("by a text, not by a number", () => {
    expect(found({ es: [[/translates: .*/, "translates: 12"]] })).toEqual([
      "messages/es.yaml wrong-type translates",
    ]);
  });
});

describe("a translation carries the variables of its English", () => {
  it("no fewer", () => {
    const problems = problemsWith({ en: [["a check-up is due", "{given}, a check-up is due"]] });
    expect(problems).toMatchObject([
      { code: "translation-variables", file: "messages/es.yaml", path: ["invite", "sms"] },
    ]);
    expect(problems[0]?.message).toBe("English has `{given}` here and this has not. Add it.");
  });

  it("and no more", () => {
    const problems = problemsWith({
      es: [["Le habla {clinic}. Llame", "Le habla {clinic} a {given}. Llame"]],
    });
    expect(problems).toMatchObject([{ code: "translation-variables", path: ["call-us", "voice"] }]);
    expect(problems[0]?.message).toContain("This has `{given}` and English has not");
  });
});

describe("a translation is signed", () => {
  it.each(["translatedBy: Someone\n", "reviewedBy: Someone else\n"])("by name: %s", (line) => {
    expect(found({ es: [[line, ""]] })).toEqual(["messages/es.yaml missing-credit"]);
  });

  it("and a qualified translator is waited for while it is open", () => {
    const open = "reviewedBy: open; a qualified translator signs here";
    const problems = problemsWith({ es: [["reviewedBy: Someone else", open]] });
    expect(problems).toMatchObject([
      { code: "review-open", severity: "warning", path: ["reviewedBy"] },
    ]);
    expect(problems[0]?.message).toContain("45 CFR 92.201(c)(3)");
  });
});
