import { describe, expect, it } from "vitest";
import { replyCharactersMax } from "#domain/limits";
import { understand } from "#domain/reply/understand";

describe("STOP is a STOP however it is written", () => {
  it.each([
    "s t o p",
    "S.T.O.P",
    "S-T-O-P",
    "st0p",
    "ST0P!!",
    "ѕtop",
    "stор",
    "СТОР",
    "ＳＴＯＰ",
    "𝐒𝐓𝐎𝐏",
    "ⓢⓣⓞⓟ",
    "st\u200Bop",
    "\u202Estop",
    "stooooop",
    "🛑",
    "🛑 stop 🛑",
    "stoptexting",
    "B A J A",
  ])("%s", (text) => {
    expect(understand(text).optOut).toBe(true);
  });
});

describe("an emergency is one however it is written", () => {
  it.each([
    "CANT BREATHE",
    "ch3st pa1n",
    "chestpain",
    "i cant breahte",
    "𝗰𝗵𝗲𝘀𝘁 𝗽𝗮𝗶𝗻",
    "chest\u00ADpain",
    "tengo chest pain",
    "me duele el pecho please help",
    "no puedo respirarrrr",
  ])("%s", (text) => {
    expect(understand(text).tier).toBe("T1");
  });
});

describe("text that nobody can make sense of", () => {
  it.each([
    "asdfghjkl",
    "qwrtp zxcvb",
    "jkljkljkl",
    "....",
    "🤷‍♀️🤷‍♀️",
    "א ב ג",
    "%%%",
    "fjdksla stpx",
  ])("is read by a person and means nothing: %s", (text) => {
    const { optOut, tier, reasons, review } = understand(text);
    expect({ optOut, tier, reasons, review }).toEqual({
      optOut: false,
      tier: undefined,
      reasons: [],
      review: true,
    });
  });
});

describe("text that is too long to be read to its end", () => {
  const long = "thank you so much ".repeat(600);

  it("goes to a person, whatever stands at its end", () => {
    expect(long.length).toBeGreaterThan(10_000);
    for (const end of ["STOP", "I can't breathe", ""]) {
      expect(understand(long + end).review).toBe(true);
    }
  });

  it("takes no longer for being ten times as long", () => {
    const time = (text: string) => {
      const times = Array.from({ length: 7 }, () => {
        const from = performance.now();
        understand(text);
        return performance.now() - from;
      });
      return Math.min(...times);
    };
    understand(long);
    const once = time(long.slice(0, replyCharactersMax));
    expect(time(long.repeat(10))).toBeLessThan(10 * once + 5);
  });
});

it("a STOP and an emergency in one message are both heard", () => {
  expect(understand("STOP!! my chest hurts bad")).toMatchObject({ optOut: true, tier: "T1" });
  expect(understand("no me manden más mensajes, no puedo respirar")).toMatchObject({
    optOut: true,
    tier: "T1",
  });
});
