import { describe, expect, it } from "vitest";
import { loneDigits, offeredDigits } from "#domain/campaign/offered-digits";

const offered = (text: string, channel: "sms" | "email" | "voice", language: string) =>
  offeredDigits(text, channel, language)?.join("") ?? "unknown";

describe("the digits that a message offers", () => {
  it.each([
    ["Reply 1 to book, 2 for a call, 3 if done. Or call {phone}.", "123"],
    ["Reply 1 have it, 2 cost, 3 feel bad on it, 4 other. {phone}.", "1234"],
    ["Reply 1 or 2.", "12"],
    ["Reply 1, 2 or 3", "123"],
    ["Reply 1/2/3", "123"],
    ["Reply with the number 1 to book and 2 for a call", "12"],
    ["Please answer: 1 = yes, 2 = no", "12"],
    ["Text us 1 for yes; text 2 for no", "12"],
    ["For yes reply 1; for no, reply 2", "12"],
    ["Reply 1) book 2) call", "12"],
    ["Reply with a number:\n1 to book\n2 for a call", "12"],
    ["Reply 1 to book within 2 days", "1"],
    ["Reply 1 to book or call us 2 days before", "1"],
    ["Reply 1 for help, 1-800-555-0100 for us", "1"],
    ["We are open 9-5. Call {phone} or text 988.", ""],
    ["Up to 3 a week. Reply STOP to opt out.", ""],
    ["Take 2 pills. Reply 1 if done.", "1"],
    ["Reply 9 for more", "9"],
  ])("in English, by text: %s", (text, digits) => {
    expect(offered(text, "sms", "en")).toBe(digits);
  });

  it.each([
    ["Responda 1 para cita, 2 para llamada, 3 si ya lo hizo. {phone}.", "123"],
    ["Responda 1 o 2", "12"],
    ["Responda con el número 1 si ya la tiene, 2 si quiere ayuda", "12"],
    ["Envíe 1 si sí; envíe 2 si no", "12"],
    ["Conteste con un número:\n1 para cita\n2 para llamada", "12"],
    ["Hasta 3 por semana. Responda STOP para salir.", ""],
    ["Llame al 988 o al 911 en 2 días.", ""],
  ])("in Spanish, by text: %s", (text, digits) => {
    expect(offered(text, "sms", "es")).toBe(digits);
  });

  it.each([
    ["To stop these calls, press 9. To book, press 1. To talk, press 2.", "en", "12"],
    ["To book, press one. To talk, press two or three.", "en", "123"],
    ["Press 1 to book, 2 to talk, or 3 if you had it.", "en", "123"],
    ["We are the one to call.", "en", ""],
    ["Para hacer la cita, oprima 1. Para que le llamemos, oprima 2.", "es", "12"],
    ["Si ya la tiene, marque el uno. Si quiere ayuda, oprima la tecla 2.", "es", "12"],
    ["Para no recibir más llamadas, oprima 9.", "es", ""],
  ])("on a call, without 9: %s (%s)", (text, language, digits) => {
    expect(offered(text, "voice", language)).toBe(digits);
  });

  it("on the lines of a mail", () => {
    const mail =
      "Hello,\n\nReply 1 to book it. We will call you.\nReply 2 to talk.\n\nCall {phone}.";
    expect(offered(mail, "email", "en")).toBe("12");
  });

  it("are not known in other languages; those that stand alone are", () => {
    expect(offered("Trả lời 1 để đặt lịch", "sms", "vi")).toBe("unknown");
    expect(loneDigits("Trả lời 1 để đặt lịch, 2; 800-555-0100, 24, 3.5")).toEqual(["1", "2"]);
  });
});
