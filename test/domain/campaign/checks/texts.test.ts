import { describe, expect, it } from "vitest";
import { found, problemsWith } from "#support/campaign-problems";

/** The words of the one problem of a text. */
function said(language: "en" | "es", from: string, to: string): string {
  const [problem, ...others] = problemsWith({ [language]: [[from, to]] });
  expect(others).toEqual([]);
  expect(problem?.path).toEqual(["invite", "sms"]);
  return `${problem?.severity} ${problem?.code} ${problem?.message}`;
}

describe("a text that takes more than one segment with the longest names", () => {
  it("is refused, and by how much it is too long is said", () => {
    const long = "Please come. ".repeat(8);
    expect(said("en", "Reply 1", `${long}Reply 1`)).toMatch(
      /^error sms-too-long .*takes (\d+) of 160 characters and 2 segments\. Shorten it by \d+\.$/,
    );
  });

  it("only for its accents is shown as it should be written, whole", () => {
    expect(said("es", "le toca una cita. Responda", "ya está su cita. Responda aquí")).toBe(
      "error sms-too-long With the longest names this text takes 113 of 70 characters and 2 segments. " +
        "“á”, “í” are not in the alphabet of plain texts, which cuts the room from 160 to 70. " +
        "Write it as: {clinic}: ya esta su cita. Responda aqui 1 para cita. {phone}. Responda STOP para salir.",
    );
  });

  it("for curly quotes as well", () => {
    expect(said("en", "a check-up is due", "you’re due for a check-up – “now”")).toContain(
      `Write it as: {clinic}: you're due for a check-up - "now". Reply 1`,
    );
  });

  it("for an emoji is told to leave it out, and gets no text that would not fit", () => {
    const message = said("en", "a check-up is due", "a check-up is due 😜 está");
    expect(message).toContain("“😜”, “á” are not in the alphabet");
    expect(message).toContain("“😜” cannot be written plainly: leave it out.");
    expect(message).not.toContain("Write it as");
  });

  it("and would do so without accents is told both", () => {
    const long = "Por favor venga. ".repeat(6);
    const message = said("es", "Responda 1", `${long}Está aquí. Responda 1`);
    expect(message).toMatch(/Written plainly it is still \d+ too long: shorten it\.$/);
  });
});

describe("a text of one segment", () => {
  it("that an accent cuts to 70 characters is shown as it should be written", () => {
    const short = "{clinic} {phone} está: 1 STOP";
    const message = said(
      "es",
      "{clinic}: le toca una cita. Responda 1 para cita. {phone}. Responda STOP para salir.",
      short,
    );
    expect(message).toMatch(
      /^warning sms-not-plain “á” is not .* Write it as: \{clinic\} \{phone\} esta: 1 STOP$/,
    );
  });
});

describe("a variable", () => {
  it("that nobody knows is refused, on each channel, with the one that was probably meant", () => {
    expect(
      found({ en: [["This is {clinic}, {phone}", "This is {clinic}, {phone} {fone}"]] }),
    ).toEqual([
      "messages/en.yaml unknown-variable invite-call.voice",
      "messages/es.yaml translation-variables invite-call.voice",
    ]);
    const problems = problemsWith({ es: [["Le toca una cita\n", "Le toca una cita, {givn}\n"]] });
    expect(problems.map(({ message }) => message)).toContain(
      "There is no variable `{givn}`. Did you mean `given`?",
    );
  });
});
