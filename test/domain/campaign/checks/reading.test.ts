import { describe, expect, it } from "vitest";
import { found, problemsWith } from "#support/campaign-problems";

const long =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";

describe("plain words", () => {
  it.each([
    ["en", "{clinic}, {address}", `${long}. {clinic}, {address}`],
    [
      "es",
      "{clinic}, {address}",
      "uno y dos y tres y seis y diez y once y doce y trece y más. {clinic}, {address}",
    ],
  ] as const)("make sentences of 15 words at most, in %s", (language, from, to) => {
    const problems = problemsWith({ [language]: [[from, to]] });
    expect(problems).toMatchObject([
      { code: "long-sentence", severity: "warning", path: ["invite", "email", "text"] },
    ]);
  });

  it("do not shout", () => {
    const edits = { en: [["A check-up is due\n", "A CHECK-UP is OVERDUE\n"]] } as const;
    expect(found(edits)).toEqual(["messages/en.yaml shouting invite.email.subject"]);
    expect(found({ es: [["Le toca una cita\n", "Le TOCA una cita\n"]] })).toEqual([
      "messages/es.yaml shouting invite.email.subject",
    ]);
  });

  it.each([
    [
      "en",
      "a check-up is due",
      "your administration necessitates immediate authorization",
      "authorization",
    ],
    [
      "es",
      "le toca una cita",
      "necesita inmediatamente autorizaciones administrativas adicionales",
      "inmediatamente",
    ],
  ] as const)("are short words, in %s", (language, from, to, word) => {
    const problems = problemsWith({ [language]: [[from, to]] });
    const one = problems.find(({ code }) => code === "long-words");
    expect(one).toMatchObject({ severity: "warning", path: ["invite", "sms"] });
    expect(one?.message).toMatch(/: [23]\.\d syllables on average, and 2(\.2)? is plain/);
    expect(one?.message).toContain(word);
  });

  it.each([
    [
      "en",
      "Stop: {unsubscribe}",
      "Notwithstanding administrative considerations, pharmacological discontinuation necessitates consultation.",
    ],
    [
      "es",
      "Salir: {unsubscribe}",
      "Independientemente de consideraciones administrativas, la discontinuación necesita comunicación.",
    ],
  ] as const)(
    "are easy to read in each message and in the file, in %s",
    (language, place, hard) => {
      const problems = problemsWith({ [language]: [[place, `${place}. ${`${hard} `.repeat(6)}`]] });
      const graded = problems.filter(({ code }) => code === "reading-grade");
      expect(graded.map(({ path }) => path)).toEqual([["invite", "email", "text"], []]);
      expect(graded[0]?.message).toMatch(/hardest words: .*(considera|administrativ)/);
      expect(graded[0]?.severity).toBe("warning");
    },
  );

  it("are not graded where a text is too short to tell", () => {
    const edits = { en: [["A check-up is due\n", "Administrative authorization\n"]] } as const;
    expect(found(edits)).toEqual([]);
  });
});
