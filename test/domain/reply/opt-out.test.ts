import { describe, expect, it } from "vitest";
import { understand } from "#domain/reply/understand";

describe("a patient opts out", () => {
  it.each([
    "Stop.",
    "STOP!!!",
    "stop please",
    "  stop\n",
    "stooooop",
    "S T O P",
    "STОP",
    "ＳＴＯＰ",
    "stop 🛑",
    "STOP STOP STOP",
    "stop all of these texts",
    "opt out",
    "Opt-out",
    "Revoke",
    "quit",
    "END",
    "Unsubcribe",
    "no mas",
    "¡No más!",
    "ALTO",
    "basta ya",
    "arrêt",
  ])("with the word: %s", (text) => {
    expect(understand(text)).toMatchObject({ optOut: true, optIn: false });
  });

  it.each([
    "stop texting me",
    "quit calling",
    "Please discontinue all communication",
    "dont message me anymore",
    "Do not ever call my phone again",
    "remove me from your list",
    "take my name off",
    "lose my number",
    "I do not want to receive these texts",
    "no longer want these messages",
    "I revoke my consent",
    "you do not have permission to text me",
    "how do i stop these texts",
    "this is annoying please stop",
    "I moved away. STOP",
    "Stop. I never signed up for this",
    "STOP who is this",
    "I never asked for this, stop",
    "no me llamen más",
    "ya no me manden mensajes",
    "dejen de escribirme",
    "quiten mi número de la lista",
    "quiero darme de baja",
    "no quiero recibir más recordatorios",
  ])("in a sentence: %s", (text) => {
    expect(understand(text).optOut).toBe(true);
  });

  it("and has chest pain: both are heard", () => {
    expect(understand("STOP I have chest pain")).toMatchObject({ optOut: true, tier: "T1" });
  });

  it("with a bare CANCEL, and a person makes sure that no visit is lost", () => {
    expect(understand("Cancel")).toMatchObject({ optOut: true, review: true });
    expect(understand("cancelar por favor")).toMatchObject({ optOut: true, review: true });
    expect(understand("STOP").review).toBe(false);
  });

  it("with a 9 on a call, and only there", () => {
    const question = { answers: { "1": "wants-call" } };
    expect(understand("9", { channel: "voice", question }).optOut).toBe(true);
    expect(understand("9", { channel: "sms", question }).optOut).toBe(false);
  });
});

describe("a patient does not opt out", () => {
  it.each([
    "should I stop my metformin?",
    "I stopped taking it",
    "STOP my insulin?",
    "stop taking lisinopril?",
    "can I cancel my appt",
    "cancel my appointment",
    "cancel the mammogram please",
    "end of month",
    "End of month I will refill",
    "at the end of the day",
    "I will stop by tomorrow",
    "the bus stop is too far",
    "the bleeding stopped",
    "I quit smoking",
    "don't stop texting me, these help",
    "please don't remove me from the list",
    "dont forget to call me",
    "stop sending the pills to my old address",
    "quiero cancelar mi cita",
    "no puedo parar de toser",
    "dejé de tomar la pastilla",
    "es para mi mamá",
    "no",
  ])("%s", (text) => {
    expect(understand(text).optOut).toBe(false);
  });

  it.each([
    "do not text me at work",
    "dont call before 9",
    "Don't call me. I will call you",
    "call me, do not text",
    "not interested in the generic",
  ])("for sure, so a person reads: %s", (text) => {
    expect(understand(text)).toMatchObject({ optOut: false, review: true });
  });
});

describe("words that are ours", () => {
  it("do not opt out when a phone likes our message", () => {
    const { optOut, review } = understand(
      "Liked “Oak Clinic: time to refill. Reply STOP to opt out.”",
    );
    expect({ optOut, review }).toEqual({ optOut: false, review: false });
    expect(understand("Liked it a lot. STOP").optOut).toBe(true);
  });

  it("do not opt out when an email repeats them below the answer", () => {
    const mail = "2\n\nOn Mon, Oak Clinic wrote:\n> Reply STOP to opt out.\n> stop texting";
    const question = { answers: { "2": "wants-call" } };
    expect(understand(mail, { channel: "email", question })).toMatchObject({
      optOut: false,
      answer: "wants-call",
    });
  });
});
