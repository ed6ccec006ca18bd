import { describe, expect, it } from "vitest";
import { drawlOf, isKeyboardMash, slipsBetween, spelling } from "#domain/triage/spelling";

/** The word of the list that is meant. */
function meant(typed: string, ...list: readonly string[]): string | undefined {
  return spelling(list, new Set(["cheat"])).correct(typed);
}

describe("a slip", () => {
  it("is forgiven in words of five letters to eighteen", () => {
    expect(meant("chets", "chest")).toBe("chest");
    expect(meant("pian", "pain")).toBeUndefined();
    expect(meant("stopp", "stop")).toBe("stop");
    expect(meant("dont", "donut")).toBeUndefined();
    expect(meant("electrocardiografa", "electrocardiograma")).toBe("electrocardiograma");
    expect(meant("electrocardiogramas", "electrocardiograma")).toBeUndefined();
  });

  it("is forgiven twice only when both words have eight letters", () => {
    expect(meant("bledeing", "bleeding")).toBe("bleeding");
    expect(meant("blading", "bleeding")).toBeUndefined();
    expect(meant("breaking", "bleeding")).toBeUndefined();
    expect(meant("bleddings", "bleeding")).toBe("bleeding");
    expect(meant("heachess", "heaches")).toBe("heaches");
    expect(meant("heazhess", "heaches")).toBeUndefined();
    expect(meant("blexdinh", "bleeding")).toBe("bleeding");
    expect(meant("braefhe", "breathe")).toBeUndefined();
    expect(meant("bleedingful", "bleeding")).toBeUndefined();
  });

  it("leads to the word with the fewest slips, of equals to the first", () => {
    expect(meant("bleedins", "bleeders", "bleeding")).toBe("bleeding");
    expect(meant("bleedins", "bleeding", "bleeders")).toBe("bleeding");
    expect(meant("chesk", "chest", "chess")).toBe("chest");
    expect(meant("chesk", "chess", "chest")).toBe("chess");
  });

  it("never touches the first letter, nor a word of daily life, nor a mashed keyboard", () => {
    expect(meant("shest", "chest")).toBeUndefined();
    expect(meant("cheat", "chest")).toBeUndefined();
    expect(meant("chstr", "chest")).toBeUndefined();
    expect(meant("zzzzz", "sss")).toBeUndefined();
  });
});

describe("Spanish letters that sound the same", () => {
  it.each([
    ["kedarme", "quedarme"],
    ["kinientos", "quinientos"],
    ["korazon", "corazon"],
    ["korason", "corazon"],
    ["corason", "corazon"],
    ["cavesa", "cabeza"],
    ["jente", "gente"],
    ["jirar", "girar"],
    ["inchado", "hinchado"],
    ["bomitando", "vomitando"],
    ["yorando", "llorando"],
    ["sielo", "cielo"],
    ["kaiendo", "cayendo"],
    ["serca", "cerca"],
    ["sapatos", "zapatos"],
    ["zangre", "sangre"],
    ["blok", "bloc"],
    ["bloks", "blocs"],
    ["errror", "error"],
    ["bibbbbir", "vivir"],
    ["silla", "ziya"],
  ])("write %s for %s", (typed, word) => {
    expect(meant(typed.padEnd(5, typed.at(-1)), word)).toBe(word);
  });

  it.each([
    ["kuarto", "quarto"],
    ["gamon", "jamon"],
    ["chasa", "kasa"],
    ["chichi", "cici"],
    ["casas", "sasas"],
  ])("are not the ones of %s and %s", (typed, word) => {
    expect(spelling([word], new Set()).correct(typed)).not.toBe(word);
  });
});

describe("a mashed keyboard", () => {
  it("has no vowel, or five consonants in a row", () => {
    expect(["xkcd", "sdfgh", "asdfgh", "b12"].map(isKeyboardMash)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(
      ["ache", "rhythm", "strength", "bcdfa", "a12345", "lengths"].map(isKeyboardMash),
    ).toEqual([false, false, false, false, false, true]);
  });
});

describe("letters drawn out", () => {
  const isKnown = (word: string) => ["stop", "bleeding", "to", "too"].includes(word);

  it("are cut to one, or to two where one makes no word", () => {
    expect(drawlOf("stoooop", isKnown)).toBe("stop");
    expect(drawlOf("stoppp", isKnown)).toBe("stop");
    expect(drawlOf("bleeeding", isKnown)).toBe("bleeding");
    expect(drawlOf("tooo", isKnown)).toBe("to");
  });

  it("are three of one at the least, and lead to a known word or nowhere", () => {
    expect(drawlOf("stopp", isKnown)).toBeUndefined();
    expect(drawlOf("goood", isKnown)).toBeUndefined();
    expect(drawlOf("stopped", isKnown)).toBeUndefined();
  });
});

describe("slips between two words", () => {
  it.each([
    ["chest", "chest", 0],
    ["chest", "chst", 1],
    ["chst", "chest", 1],
    ["chest", "chast", 1],
    ["chest", "chets", 1],
    ["ab", "ba", 1],
    ["abc", "cba", 2],
    ["abcd", "badc", 2],
    ["xab", "ba", 2],
    ["ca", "abc", 3],
    ["abab", "baba", 2],
    ["abc", "", 3],
    ["", "", 0],
    ["aab", "aba", 1],
    ["kitten", "sitting", 3],
  ])("“%s” and “%s” are %i", (left, right, slips) => {
    expect(slipsBetween(left, right)).toBe(slips);
  });
});
