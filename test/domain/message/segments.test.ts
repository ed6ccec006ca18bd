import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toGsm } from "#domain/message/gsm";
import { segments, septetsOf } from "#domain/message/segments";

describe("the segments of a text", () => {
  it.each([
    ["", "GSM-7", 1, 0],
    ["a".repeat(160), "GSM-7", 1, 160],
    ["a".repeat(161), "GSM-7", 2, 161],
    ["a".repeat(306), "GSM-7", 2, 306],
    ["a".repeat(307), "GSM-7", 3, 307],
    [`${"a".repeat(158)}€`, "GSM-7", 1, 160],
    [`${"a".repeat(159)}€`, "GSM-7", 2, 161],
    ["ñ¿¡éüÄΩ@\n", "GSM-7", 1, 9],
    ["[x]{y}~|^\\", "GSM-7", 1, 18],
    ["á", "UCS-2", 1, 1],
    ["“quoted”", "UCS-2", 1, 8],
    ["a".repeat(69).concat("’"), "UCS-2", 1, 70],
    ["a".repeat(70).concat("’"), "UCS-2", 2, 71],
    ["😜".repeat(35), "UCS-2", 1, 70],
    ["😜".repeat(36), "UCS-2", 2, 72],
    ["`", "UCS-2", 1, 1],
    ["ç", "UCS-2", 1, 1],
    ["\u001b", "UCS-2", 1, 1],
  ] as const)("of %j are counted in %s: %i of %i units", (text, encoding, count, units) => {
    expect(segments(text)).toEqual({ encoding, segments: count, units });
  });

  it("never split an escape pair or a surrogate pair", () => {
    const escapes = `${"a".repeat(152)}€${"a".repeat(151)}€`;
    expect(segments(escapes)).toEqual({ encoding: "GSM-7", segments: 3, units: 307 });
    expect(segments(`${"a".repeat(152)}€${"a".repeat(150)}`).segments).toBe(2);
    expect(segments(`${"a".repeat(152)}€${"a".repeat(152)}`).segments).toBe(3);
    const emoji = `${"é".repeat(66)}😜${"é".repeat(65)}`;
    expect(segments(emoji)).toEqual({ encoding: "UCS-2", segments: 2, units: 133 });
    expect(segments(`${emoji}éé`)).toEqual({ encoding: "UCS-2", segments: 3, units: 135 });
  });

  it("are the fewest that hold the whole text in order", () => {
    const character = fc.constantFrom("a", "€", "ñ", "[", "á", "😜", "\ud83d");
    fc.assert(
      fc.property(fc.array(character, { maxLength: 400 }), (characters) => {
        const text = characters.join("");
        const { encoding, segments: count, units } = segments(text);
        const size = (one: string) => (encoding === "GSM-7" ? (septetsOf(one) ?? 0) : one.length);
        expect(units).toBe([...text].reduce((sum, one) => sum + size(one), 0));
        const [single, part] = encoding === "GSM-7" ? [160, 153] : [70, 67];
        const isOne = units <= (single as number);
        expect(count).toBeGreaterThanOrEqual(isOne ? 1 : Math.ceil(units / (part as number)));
        expect(count).toBeLessThanOrEqual(isOne ? 1 : Math.ceil(units / ((part as number) - 1)));
      }),
      { numRuns: 200 },
    );
  });
});

describe("a text kept in GSM-7", () => {
  it("loses the accents the alphabet lacks and keeps those it has", () => {
    expect(toGsm("¿Ya surtió su medicación? ¡Sí! Llame mañana, señora Agüero. É é")).toBe(
      "¿Ya surtio su medicacion? ¡Si! Llame mañana, señora Agüero. É é",
    );
  });

  it("has plain quotes, dashes, dots and spaces", () => {
    expect(toGsm("“It’s” due — call 9–5…\u00a0now")).toBe('"It\'s" due - call 9-5... now');
    expect(toGsm("cafe\u0301 ＯＫ！")).toBe("café OK!");
  });

  it("comes back whole where one character has no plain reading", () => {
    for (const text of ["Mañana será 😜", "Xin chào, mời bạn đến khám", "您的检查 á"]) {
      expect(toGsm(text)).toBe(text);
    }
  });

  it("is GSM-7 or unchanged, and the same when done twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aé…’íÇç½«\u00ad¢Ā") }), (text) => {
        const once = toGsm(text);
        expect(toGsm(once)).toBe(once);
        if (once !== text) expect(segments(once).encoding).toBe("GSM-7");
      }),
    );
  });
});
