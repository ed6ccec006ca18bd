import { describe, expect, it } from "vitest";
import { found, problemsWith } from "#support/campaign-problems";

/** What is found but that the other language has a variable more: see translation.test.ts. */
const inLanguage = (language: "en" | "es") => (from: string, to: string) =>
  found({ [language]: [[from, to]] }).filter((each) => !each.includes("translation-variables"));
const inEnglish = inLanguage("en");
const inSpanish = inLanguage("es");

describe("a text", () => {
  it("says who sends it within its first 40 characters", () => {
    const late = "We hope that you and yours are all well. {clinic}: a";
    expect(inEnglish("{clinic}: a", late)).toEqual(["messages/en.yaml late-clinic invite.sms"]);
    expect(inEnglish("{clinic}: a", "A note from {clinic}: a")).toEqual([]);
    expect(
      inSpanish("{clinic}: le", "Un saludo muy grande para usted y los suyos. {clinic}: le"),
    ).toEqual(["messages/es.yaml late-clinic invite.sms"]);
  });

  it("gives the name, the number and the way out", () => {
    expect(inEnglish("{clinic}: a", "A")).toEqual(["messages/en.yaml missing-clinic invite.sms"]);
    expect(inEnglish("{phone}. Reply STOP", "Reply STOP")).toEqual([
      "messages/en.yaml missing-phone invite.sms",
    ]);
    expect(inEnglish(" Reply STOP to opt out.", "")).toEqual([
      "messages/en.yaml missing-opt-out invite.sms",
    ]);
    expect(inSpanish(" Responda STOP para salir.", "")).toEqual([
      "messages/es.yaml missing-opt-out invite.sms",
    ]);
  });

  it("tells the way out in its own language", () => {
    expect(inSpanish("Responda STOP para salir", "Reply STOP to opt out")).toEqual([
      "messages/es.yaml missing-opt-out invite.sms",
    ]);
    expect(inEnglish("Reply STOP to opt out", "Responda STOP para salir")).toEqual([
      "messages/en.yaml missing-opt-out invite.sms",
    ]);
    const [problem] = problemsWith({ es: [["Responda STOP para salir", ""]] });
    expect(problem?.message).toContain("“Responda STOP para salir.”");
  });
});

describe("a call", () => {
  it("says in its first sentence who calls, a greeting aside", () => {
    expect(
      inEnglish(
        "This is {clinic}, {phone}. Press",
        "You are due. This is {clinic}, {phone}. Press",
      ),
    ).toEqual(["messages/en.yaml late-clinic invite-call.voice"]);
    expect(
      inEnglish("This is {clinic}, {phone}. Press", "Good day. This is {clinic}, {phone}. Press"),
    ).toEqual([]);
    expect(
      inSpanish(
        "Le habla {clinic}, {phone}. Oprima",
        "Le toca una cita. Le habla {clinic}, {phone}. Oprima",
      ),
    ).toEqual(["messages/es.yaml late-clinic invite-call.voice"]);
    expect(
      inSpanish(
        "Le habla {clinic}, {phone}. Oprima",
        "Buenos días. Le habla {clinic}, {phone}. Oprima",
      ),
    ).toEqual([]);
  });

  it("tells within two sentences after that how to end the calls", () => {
    expect(
      inEnglish("Press 1 to book. To", "It is time. We can help. Press 1 to book. To"),
    ).toEqual(["messages/en.yaml late-opt-out invite-call.voice"]);
    expect(
      inSpanish("Oprima 1 para cita. Para", "Es hora. Le ayudamos. Oprima 1 para cita. Para"),
    ).toEqual(["messages/es.yaml late-opt-out invite-call.voice"]);
  });

  it("tells it at all, and in its own language", () => {
    expect(inEnglish(' To stop these calls, press 9." }\ncall-us', '" }\ncall-us')).toEqual([
      "messages/en.yaml missing-opt-out invite-call.voice",
    ]);
    expect(
      inSpanish(
        "Oprima 1 para cita. Para no recibir más, oprima 9",
        "Oprima 1 para cita. To stop, press 9",
      ),
    ).toEqual(["messages/es.yaml missing-opt-out invite-call.voice"]);
  });
});

describe("a voicemail", () => {
  it("asks for a call back", () => {
    expect(inEnglish("Please call {phone}", "We are at {phone}")).toEqual([
      "messages/en.yaml missing-call-back call-us.voice",
    ]);
    expect(inSpanish("Llame al {phone}", "Estamos en el {phone}")).toEqual([
      "messages/es.yaml missing-call-back call-us.voice",
    ]);
  });

  it("begins with who calls", () => {
    expect(
      inEnglish("This is {clinic}. Please", "Please call back. This is {clinic}. Please"),
    ).toEqual(["messages/en.yaml late-clinic call-us.voice"]);
  });
});

describe("a mail", () => {
  it.each([
    ["the postal address", "{address}, ", "missing-address"],
    ["the way out", " Stop: {unsubscribe}", "missing-opt-out"],
    ["what to do in an emergency", " In an emergency, call 911.", "missing-emergency-line"],
  ])("gives %s", (_, part, code) => {
    expect(inEnglish(part, "")).toEqual([`messages/en.yaml ${code} invite.email.text`]);
  });

  it.each([
    ["{address}, ", "missing-address"],
    [" Salir: {unsubscribe}", "missing-opt-out"],
    [" En una emergencia, llame al 911.", "missing-emergency-line"],
    [" Llame al número de su tarjeta.", "missing-verify-line"],
  ])("gives them in Spanish too: %s", (part, code) => {
    expect(inSpanish(part, "")).toEqual([`messages/es.yaml ${code} invite.email.text`]);
  });

  it("says on the first touch how to find out that it is no fraud", () => {
    const edits = { en: [[" Call the number on your card.", ""]] } as const;
    expect(problemsWith(edits)).toMatchObject([
      { code: "missing-verify-line", severity: "warning", path: ["invite", "email", "text"] },
    ]);
  });

  it("says it where the campaign begins with an agent, too", () => {
    const start = ["start: invite", "start: first"] as const;
    const step = [
      "steps:",
      "steps:\n  first: { escalate: book, queue: scheduling, within: 1 day, next: { resolved: end, unreachable: invite } }",
    ] as const;
    const edits = {
      definition: [start, step],
      en: [[" Call the number on your card.", ""]],
    } as const;
    expect(found(edits)).toEqual(["messages/en.yaml missing-verify-line invite.email.text"]);
  });

  it("need not say it later", () => {
    const steps = [
      [
        "steps:",
        "steps:\n  first: { call: invite-call, wait: 1 day, next: { same-as: invite, silence: invite } }",
      ],
      ["start: invite", "start: first"],
    ] as const;
    const edits = { definition: [...steps], en: [[" Call the number on your card.", ""]] } as const;
    expect(found({ ...edits, es: [[" Llame al número de su tarjeta.", ""]] })).toEqual([]);
  });
});
