import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replyCharactersMax } from "#domain/limits";
import { understand } from "#domain/reply/understand";

describe("reserved words", () => {
  it.each(["START", "unstop", "Subscribe", "iniciar", "start please"])("%s opts in", (text) => {
    expect(understand(text)).toMatchObject({ optIn: true, optOut: false, review: false });
  });

  it("opt in only as the whole message", () => {
    expect(understand("when do I start the refill").optIn).toBe(false);
    expect(understand("start texting me again")).toMatchObject({ optIn: false, review: true });
  });

  it.each(["HELP", "info", "Ayuda", "información", "who is this?"])("%s asks for help", (text) => {
    expect(understand(text)).toMatchObject({ help: true, review: false });
  });

  it.each([
    "wrong number",
    "you have the wrong person",
    "not me",
    "nobody here by that name",
    "número equivocado",
    "no conozco a esa persona",
  ])("%s is a wrong number", (text) => {
    expect(understand(text).wrongNumber).toBe(true);
  });

  it.each(["I pressed the wrong number", "wrong number of pills", "what is wrong with me"])(
    "%s is none",
    (text) => {
      expect(understand(text).wrongNumber).toBe(false);
    },
  );

  it("change the language", () => {
    expect(understand("ESPAÑOL")).toMatchObject({ language: "es", tier: "T4" });
    expect(understand("English please")).toMatchObject({ language: "en" });
  });
});

describe("what is not understood", () => {
  it.each([
    "the green one from the corner shop",
    "asdfghjkl",
    "???",
    "😭😭",
    "Доброе утро, кто это пишет",
    "شكرا لكم على الرسالة",
  ])("is read by a person: %s", (text) => {
    expect(understand(text).review).toBe(true);
  });

  it.each(["thanks!", "ok", "Muchas gracias", "hello", "👍", "", "   "])(
    "but not a courtesy: %s",
    (text) => {
      expect(understand(text)).toMatchObject({ review: false });
    },
  );

  it("or not read to its end is read by a person", () => {
    const text = `thanks ${"a ".repeat(replyCharactersMax)}`;
    expect(understand(text).review).toBe(true);
    expect(understand(`STOP ${".".repeat(10_000)}`)).toMatchObject({ optOut: true, review: true });
  });

  it("includes a death, which no template answers", () => {
    expect(understand("my mother died in March")).toMatchObject({ tier: "T4", review: true });
  });
});

describe("any text at all", () => {
  const fragments = fc.constantFrom(
    "chest pain",
    "no",
    "not",
    "if",
    "stop",
    "1",
    "can't",
    "breathe",
    "STOP",
    "bleedng",
    "si",
    "pecho",
    ",",
    ".",
    "😀",
    "\u202E",
    "\uD800",
    "but",
    "180/120",
    "text me",
    "~",
    "&",
  );
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join(" ")),
  );
  const context = { question: { answers: { "1": "yes", "2": "no" } } };

  it("is understood without an error, with spans inside it, and the same each time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const understanding = understand(text, context);
        for (const { start, end } of understanding.spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(understand(text, context)).toEqual(understanding);
      }),
      { numRuns: 400 },
    );
  });

  it("is never both an opt-out and an opt-in", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { optOut, optIn } = understand(text);
        expect(optOut && optIn).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps its emergency, whatever courtesy stands around it", () => {
    const courtesy = fc.constantFrom(
      "Hi.",
      "thanks!",
      "Good morning.",
      "2.",
      "Hola.",
      "STOP.",
      "👍",
    );
    fc.assert(
      fc.property(courtesy, courtesy, (before, after) => {
        expect(understand(`${before} I can't breathe. ${after}`, context).tier).toBe("T1");
      }),
    );
  });

  it("never takes long to read, at its worst", () => {
    const worst = [
      "chest pain no if ",
      "can not ",
      "breathing breath can ",
      "1 ",
      "stop my ",
      "bleedin ",
    ];
    understand("warm up");
    for (const part of worst) {
      const text = part.repeat(Math.ceil(replyCharactersMax / part.length));
      const times = Array.from({ length: 5 }, () => {
        const begun = performance.now();
        understand(text, context);
        return performance.now() - begun;
      });
      expect({ part, isQuick: Math.min(...times) < 100 }).toEqual({ part, isQuick: true });
    }
  });
});
