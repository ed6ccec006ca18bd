import { describe, expect, it } from "vitest";
import { found, problemsWith } from "#support/campaign-problems";

const secondAnswer = ['{ "1": wants-booking }', '{ "1": wants-booking, "2": wants-call }'] as const;
const secondWay = [
  "wants-booking: book, silence",
  "wants-booking: book, wants-call: book, silence",
] as const;

describe("a digit that a step takes", () => {
  it("is offered on each channel, in each language", () => {
    expect(found({ definition: [secondAnswer, secondWay] })).toEqual(
      ["en", "es"].flatMap((language) =>
        ["invite.sms", "invite.email.text", "invite-call.voice"].map(
          (place) => `messages/${language}.yaml digit-not-offered ${place}`,
        ),
      ),
    );
  });

  it("is told with its meaning, and how to say it", () => {
    const [text, , call] = problemsWith({ definition: [secondAnswer, secondWay] });
    expect(text?.message).toContain("Step `invite` takes 2 for `wants-call`");
    expect(text?.message).toContain("“reply 2”");
    expect(call?.message).toContain("“press 2”");
  });

  it.each([
    ["en", "Reply 1 to book. {phone}", "Reply to book. {phone}", "invite.sms"],
    ["en", "Press 1 to book", "Press a key to book", "invite-call.voice"],
    ["es", "Responda 1 para cita. {phone}", "Responda para cita. {phone}", "invite.sms"],
    ["es", "Oprima 1 para cita", "Diga cita", "invite-call.voice"],
  ] as const)("is missed in %s when “%s” becomes “%s”", (language, from, to, place) => {
    expect(found({ [language]: [[from, to]] })).toEqual([
      `messages/${language}.yaml digit-not-offered ${place}`,
    ]);
  });

  it("may be asked for in words that nobody foresaw", () => {
    expect(found({ en: [["Reply 1 to book. {phone}", "Booking is 1. {phone}"]] })).toEqual([]);
  });
});

describe("a digit that a message offers", () => {
  it.each([
    ["en", "Reply 1 to book. {phone}", "Reply 1 to book, 2 for a call. {phone}", "invite.sms"],
    ["en", "Reply 1 to book. Not", "Reply 1 to book. Reply 3 if done. Not", "invite.email.text"],
    ["en", "Press 1 to book", "Press 1 to book, 2 to talk", "invite-call.voice"],
    ["es", "Responda 1 para cita. {phone}", "Responda 1 para cita, 2 si no. {phone}", "invite.sms"],
    ["es", "Oprima 1 para cita", "Oprima 1 para cita o 2 para hablar", "invite-call.voice"],
  ] as const)("is taken by its step, in %s: “%s” → “%s”", (language, from, to, place) => {
    expect(found({ [language]: [[from, to]] })).toEqual([
      `messages/${language}.yaml digit-not-answered ${place}`,
    ]);
  });

  it("is not left on a machine, which presses no keys", () => {
    const edits = { en: [["Please call {phone}", "Please call {phone}, or press 1"]] } as const;
    const [problem] = problemsWith(edits);
    expect(problem).toMatchObject({ code: "digit-not-answered", path: ["call-us", "voice"] });
    expect(problem?.message).toContain("A machine presses no keys");
  });

  it("is not offered by a message that asks nothing", () => {
    const edits = {
      definition: [
        [
          "rest: { wait: 1 week, next: { done: which } }",
          "rest: { send: bye, over: [sms], wait: 1 week, next: { silence: which } }",
        ],
      ],
      en: [
        [
          "call-us:",
          'bye: { sms: "{clinic}: goodbye. Reply 1 to come back. {phone}. Reply STOP to opt out." }\ncall-us:',
        ],
      ],
      es: [
        [
          "call-us:",
          'bye: { sms: "{clinic}: adios. {phone}. Responda STOP para salir." }\ncall-us:',
        ],
      ],
    } as const;
    expect(found(edits)).toEqual(["messages/en.yaml digit-not-answered bye.sms"]);
  });
});
