import { describe, expect, it } from "vitest";
import { normalise } from "#domain/triage/normalise";
import { triage } from "#domain/triage/triage";

const textsOf = (text: string) => normalise(text).words.map((word) => word.text);
/** The part of the reply that each word was read from. */
const originsIn = (text: string) =>
  normalise(text).words.map(({ start, end }) => text.slice(start, end));
/** What divides the second word of a reply from the first. */
const dividerIn = (text: string) => normalise(text).words[1]?.before;
const sentencesOf = (text: string) => normalise(text).words.map((word) => word.sentence);

describe("letters and digits", () => {
  it("are read from the first of the alphabet to the last, and from 0 to 9", () => {
    expect(textsOf("AZaz @[`{ 09 /:")).toEqual(["azaz", "09"]);
    expect(textsOf("abcdefghijklmnopqrstuvwxyz1234567890")).toEqual([
      "abcdefghijklmnopqrstuvwxyz1234567890",
    ]);
  });

  it("begin a new word where a letter follows a number", () => {
    expect(textsOf("5mg")).toEqual(["5", "mg"]);
    expect(originsIn("5mg 10ml")).toEqual(["5", "mg", "10", "ml"]);
  });

  it("of a number may have a point between two digits and nowhere else", () => {
    expect(textsOf("98.6")).toEqual(["98.6"]);
    expect(originsIn("98.6")).toEqual(["98.6"]);
    expect(textsOf("98. 6")).toEqual(["98", "6"]);
    expect(textsOf("98.f")).toEqual(["98", "f"]);
    expect(textsOf("98,6")).toEqual(["98", "6"]);
    expect(textsOf("day.6")).toEqual(["day", "6"]);
    expect(textsOf(".6")).toEqual(["6"]);
  });

  it("of other writings are kept, and their digits only counted as digits", () => {
    expect(textsOf("不要")).toEqual(["不要"]);
    expect(textsOf("٣٤")).toEqual(["##"]);
    expect(textsOf("ﬀ½")).toEqual(["ff1", "2"]);
    expect(originsIn("oﬀ")).toEqual(["oﬀ"]);
  });

  it("are told from signs of other writings, which divide", () => {
    expect(textsOf("stop。now")).toEqual(["stop", "now"]);
    expect(textsOf("stop€now")).toEqual(["stop", "now"]);
  });

  it("are read through marks that show nothing", () => {
    expect(textsOf("st\u00ADop ✔\uFE0F")).toEqual(["stop", "👍"]);
    expect(textsOf("st\u{1F3FD}op")).toEqual(["stop"]);
  });
});

describe("a picture", () => {
  it("is a word of its own, even inside a word", () => {
    expect(textsOf("ok👍ok")).toEqual(["ok", "👍", "ok"]);
    expect(originsIn("ok👍ok")).toEqual(["ok", "👍", "ok"]);
  });

  it("divides words when it says nothing", () => {
    expect(textsOf("good🎉day")).toEqual(["good", "day"]);
  });
});

describe("an accent", () => {
  it("is told of the word that has it alone", () => {
    const accents = normalise("si sí si, Él").words.map(({ accented }) => accented);
    expect(accents).toEqual([false, true, false, true]);
  });
});

describe("an apostrophe", () => {
  it.each(["'", "`", "’", "‘", "´", "ʼ", "＇"])("written %s joins a short form", (sign) => {
    expect(textsOf(`I can${sign}t`)).toEqual(["i", "can", "not"]);
    expect(originsIn(`I can${sign}t`)).toEqual(["I", `can${sign}t`, `can${sign}t`]);
  });

  it("joins before a letter with an accent too", () => {
    expect(textsOf("d'état")).toEqual(["detat"]);
  });

  it("is a quotation mark before and after a word, and beside a number", () => {
    expect(textsOf("'stop' 'it'")).toEqual(["stop", "it"]);
    expect(textsOf("the '90s")).toEqual(["the", "90", "s"]);
    expect(textsOf("it'5")).toEqual(["it", "5"]);
    expect(textsOf("so 'ill' now")).toEqual(["so", "ill", "now"]);
  });

  it("of an owner falls with its s, and with no other letter", () => {
    expect(textsOf("mom's cars")).toEqual(["mom", "cars"]);
    expect(textsOf("o'clock")).toEqual(["oclock"]);
    expect(textsOf("a's")).toEqual(["as"]);
    expect(textsOf("s'ok")).toEqual(["sok"]);
  });

  it("counts for its own word only", () => {
    expect(textsOf("he'll be ill")).toEqual(["he", "will", "be", "ill"]);
    expect(textsOf("I'm here its")).toEqual(["i", "am", "here", "its"]);
  });
});

describe("a short form that lost its apostrophe to a blank", () => {
  it("is mended", () => {
    expect(textsOf("I can t")).toEqual(["i", "can", "not"]);
    expect(originsIn("won t")).toEqual(["won", "t"]);
    expect(textsOf("won t")).toEqual(["will", "not"]);
  });

  it("is none when something stands between, before it, or nothing does", () => {
    expect(textsOf("can, t")).toEqual(["can", "t"]);
    expect(textsOf("plan t")).toEqual(["plan", "t"]);
    expect(textsOf("t")).toEqual(["t"]);
    expect(textsOf("can s")).toEqual(["can", "s"]);
  });
});

describe("what divides two words", () => {
  it.each([
    ["120/80", "/"],
    ["3:45", ":"],
    ["one-two", "-"],
    ["one – two", "-"],
    ["one — two", "-"],
    ["one, two", ","],
    ["one (two)", ","],
    ["one) two", ","],
    ["one ¿two?", ","],
    ["one ¡two!", ","],
    ["one. two", "."],
    ["one two", ""],
    ["one @ two", ""],
  ])("in “%s” is “%s”", (text, divider) => {
    expect(dividerIn(text)).toBe(divider);
  });

  it("is the first of several, unless a sentence ends", () => {
    expect(dividerIn("one, - two")).toBe(",");
    expect(dividerIn("one / , two")).toBe("/");
    expect(dividerIn("one, . two")).toBe(".");
    expect(dividerIn("one . , two")).toBe(".");
  });

  it("is nothing before the first word, nor inside a short form", () => {
    expect(normalise("one").words[0]?.before).toBe("");
    expect(normalise("no, can't").words.map(({ before }) => before)).toEqual(["", ",", ""]);
  });
});

describe("a sentence", () => {
  it.each([".", "!", "?", ";", "\n", "\r", "\u2028"])("ends at %j", (sign) => {
    expect(sentencesOf(`one${sign} two three`)).toEqual([0, 1, 1]);
  });

  it("ends once where several signs end it", () => {
    expect(sentencesOf("one... two!\r\n\r\nthree")).toEqual([0, 1, 2]);
  });

  it("begins before but and pero, once, and not at the first word", () => {
    expect(sentencesOf("one but two")).toEqual([0, 1, 1]);
    expect(sentencesOf("uno, pero dos")).toEqual([0, 1, 1]);
    expect(sentencesOf("one. But two")).toEqual([0, 1, 1]);
    expect(sentencesOf("but one")).toEqual([0, 0]);
  });

  it("is a question by its mark", () => {
    expect([...normalise("One? Two. Three? Four").questions]).toEqual([0, 2]);
    expect([...normalise("One. Two").questions]).toEqual([]);
  });

  it("is no question because the one before it ended in two marks", () => {
    expect([...normalise("One?? Two").questions]).toEqual([0]);
    expect([...normalise("One!? Two").questions]).toEqual([0]);
    expect(triage("¿Por qué?? Si me desmayo").tier).toBe("T1");
  });
});
