import { describe, expect, it } from "vitest";
import { found, problemsWith } from "#support/campaign-problems";
import type { Edits } from "#support/campaign-source";

/** The small campaign made sensitive: nothing is left on a machine, and its words are generic. */
const generic: Edits = {
  definition: [
    ["purpose: screening", "purpose: screening\nsensitivity: sensitive"],
    [" voicemail: call-us,", ""],
  ],
  en: [
    ["a check-up is due", "we have a message for you"],
    [/call-us: .*\n/, ""],
  ],
  es: [
    ["le toca una cita", "tiene un mensaje"],
    [/call-us: .*\n/, ""],
  ],
};

describe("no message of any campaign names", () => {
  it.each([
    ["a test", "a check-up is due", "a mammogram is due", "mammogram"],
    ["a medicine", "a check-up is due", "your Lipitor is due", "Lipitor"],
    ["a diagnosis", "a check-up is due", "your diabetes check is due", "diabetes"],
    ["a part of the body", "a check-up is due", "a breast check is due", "breast"],
    ["a class of medicines", "a check-up is due", "your statin is due", "statin"],
    ["what is most sensitive", "a check-up is due", "your HIV check is due", "HIV"],
  ])("%s", (_, from, to, word) => {
    const problems = problemsWith({ en: [[from, to]] });
    expect(problems).toMatchObject([{ code: "content-tier", path: ["invite", "sms"] }]);
    expect(problems[0]?.message).toMatch(new RegExp(`^“${word}” (names|tells)`));
  });

  it.each([
    ["a test", "le toca una cita", "le toca su mamografia", "mamografia"],
    ["a medicine", "le toca una cita", "su atorvastatina", "atorvastatina"],
    ["a diagnosis", "le toca una cita", "por la presion alta", "presion alta"],
    ["what is most sensitive", "le toca una cita", "por su embarazo", "embarazo"],
  ])("%s, in Spanish", (_, from, to, word) => {
    const problems = problemsWith({ es: [[from, to]] });
    expect(problems).toMatchObject([{ code: "content-tier", path: ["invite", "sms"] }]);
    expect(problems[0]?.message).toContain(`“${word}”`);
  });

  it("it in the subject or the words of a mail, nor on a call", () => {
    expect(
      found({
        en: [
          ["subject: A check-up", "subject: A cholesterol test"],
          ['text: "{clinic}', 'text: "Your A1c. {clinic}'],
          ["Press 1 to book", "Press 1 for your colonoscopy"],
        ],
      }),
    ).toEqual([
      "messages/en.yaml content-tier invite.email.subject",
      "messages/en.yaml content-tier invite.email.text",
      "messages/en.yaml content-tier invite-call.voice",
    ]);
  });

  it("the same word twice in its list of problems", () => {
    expect(found({ en: [["a check-up is due", "mammogram, Mammogram: due"]] })).toHaveLength(1);
  });
});

describe("a voicemail", () => {
  it.each([
    ["en", "Please call {phone}", "About your refill, call {phone}"],
    ["en", "Please call {phone}", "You are due. Call {phone}"],
    ["es", "Llame al {phone}", "Por su receta, llame al {phone}"],
    ["es", "Llame al {phone}", "Por su cita, llame al {phone}"],
  ] as const)("says no reason at all, in %s: %s", (language, from, to) => {
    const file = `messages/${language}.yaml`;
    expect(found({ [language]: [[from, to]] })).toEqual([`${file} content-tier call-us.voice`]);
  });
});

describe("a sensitive campaign", () => {
  const plain: Edits = {
    ...generic,
    en: [
      ...(generic.en ?? []),
      ["subject: A check-up is due", "subject: A note from your care team"],
    ],
    es: [...(generic.es ?? []), ["subject: Le toca una cita", "subject: Una nota de su clínica"]],
  };

  it("may say that there is a message", () => {
    expect(found(plain)).toEqual([]);
  });

  it("says nothing of care in the subject of a mail", () => {
    expect(new Set(found(generic))).toEqual(
      new Set([
        "messages/en.yaml content-sensitive invite.email.subject",
        "messages/es.yaml content-sensitive invite.email.subject",
      ]),
    );
  });

  it.each([
    ["en", "we have a message for you", "your counseling visit is near", "mental health"],
    ["en", "we have a message for you", "a note on your recovery", "substance use"],
    ["en", "we have a message for you", "a note on your family history", "genetic information"],
    ["es", "tiene un mensaje", "sobre su pareja", "sexually transmitted infections"],
  ] as const)("does not hint at its class, in %s: %s → %s", (language, from, to, title) => {
    const edits = { ...plain, [language]: [...(plain[language] ?? []), [from, to]] };
    const problems = problemsWith(edits);
    expect(problems).toMatchObject([{ code: "content-sensitive", path: ["invite", "sms"] }]);
    expect(problems[0]?.message).toContain(`hints at`);
    expect(`${problems[0]?.message} mental health`).toContain(title);
  });

  it("may hint in another campaign", () => {
    expect(found({ en: [["a check-up is due", "a note on your recovery"]] })).toEqual([]);
  });

  it("leaves nothing on a machine", () => {
    expect(
      found({ definition: [["purpose: screening", "purpose: screening\nsensitivity: sensitive"]] }),
    ).toContain("sensitive-voicemail steps.call.voicemail");
  });

  it("is held to it even when the value cannot be read", () => {
    const edit = ["purpose: screening", "purpose: screening\nsensitivity: high"] as const;
    const problems = found({ definition: [edit] });
    expect(problems).toContain("wrong-type sensitivity");
    expect(problems).toContain("sensitive-voicemail steps.call.voicemail");
  });

  it("is asked to say so when its title tells", () => {
    const title = (words: string) => found({ definition: [["title: Example", `title: ${words}`]] });
    expect(title("HIV viral load")).toEqual(["sensitivity-unsaid title"]);
    expect(title("Zoloft refills")).toEqual(["sensitivity-unsaid title"]);
    expect(title("Kidney health")).toEqual([]);
    expect(title("HIV viral load\nsensitivity: standard")).toEqual([]);
  });
});
