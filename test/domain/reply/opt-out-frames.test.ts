import { describe, expect, it } from "vitest";
import { understand } from "#domain/reply/understand";

const isOut = (text: string, language = "en") => understand(text, { language }).optOut;

describe("asks us not to write any more", () => {
  it.each([
    "please no more of them texts on this phone",
    "email is okay but no texts going forward",
    "nobody asked you to text me",
    "keep your reminders to yourself",
    "next text goes to my lawyer",
    "this better be the last message I get",
    "you have no business texting this phone",
    "my husband passed, do not text his phone",
    "dotn text me anymore",
    "please remove 555-0188 from your list",
    "stop to send me messages please",
    "dtop",
    "stpo please",
    "Would be grateful not to receive any more texts",
    "if you send one more of these I am leaving the practice",
    "would you mind not texting any more",
    "plz stpo texting these",
    "I do well without getting these from a robot",
  ])("%s", (text) => {
    expect(isOut(text)).toBe(true);
  });

  it.each([
    "descontinúen los mensajes a este teléfono",
    "kiten mi nombre de ahí",
    "ya los bloqueé",
    "búsquense otro a quien molestar",
    "estoy hasta la coronilla de tanto mensaje",
    "ya no necesito que me recuerden, gracias",
    "que este sea el último mensaje que me mandan",
    "chega",
    "dar de vaja x favor",
    "guárdense sus recordatorios",
    "me cambio de doctor si me vuelve a llegar otro",
    "solicito suspender el envío de mensajes",
  ])("%s", (text) => {
    expect(isOut(text, "es")).toBe(true);
  });
});

describe("wishes to be written to all the same", () => {
  it.each([
    "don't call me, I am deaf, text only please",
    "please don't stop the reminders",
    "why did the texts stop? I still want them",
    "no calls please, texting is fine",
  ])("%s", (text) => {
    expect(isOut(text)).toBe(false);
  });

  it("is read by a person when it holds the words of an opt-out", () => {
    expect(understand("stop calling me, texts only").review).toBe(true);
  });
});

describe("private words that ask us nothing", () => {
  it.each([
    "stop it you're making me laugh",
    "stop, go back, I picked the wrong day",
    "he removed me from the group chat",
    "take me off speaker, I'm driving",
    "take me off the blood pressure pill",
    "I unsubscribed from that podcast",
    "they don't text no more since the fight",
    "stop sending me memes at work",
    "not enough money on the card?",
    "you don't care enough to stop me",
    "I hit send, then stop. It wasn't there.",
    "opt out of the office party",
    "what happens if I say stop",
    "omg stop, she did not",
    "fair enough",
    "enough is enough, I am buying a treadmill",
    "the old files will be deleted by noon",
    "please stop sending them before nine",
    "I am at my wits' end with him",
  ])("%s", (text) => {
    expect(isOut(text)).toBe(false);
  });

  it.each([
    "bórrame la foto porfa",
    "no me mande más de esa medicina, me da asco",
    "no molestes a tu hermana",
    "Stop de qué? no entendí",
    "quíteme de las 9 y póngame a las 11",
    "por qué no me llegó el recordatorio",
  ])("%s", (text) => {
    expect(isOut(text, "es")).toBe(false);
  });
});

describe("words one letter from stop", () => {
  it.each(["step", "shop", "top", "spot"])("%s means itself", (text) => {
    expect(isOut(text)).toBe(false);
  });
});
