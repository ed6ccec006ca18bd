import { describe, expect, it } from "vitest";
import { Mender } from "#domain/triage/mend";
import { normalise } from "#domain/triage/normalise";
import { spelling } from "#domain/triage/spelling";

const spellable =
  "stop chest pain breathe texting bleeding please leave alone remove sideways medicine unconsciousness fit";
const named = new Set([
  ...spellable.split(" "),
  ..."ok help sos todo seis can not my me i no pizza toto b9in".split(" "),
]);

/** A mender that knows a handful of words; a word that begins `medic` is known by its stem. */
function aMender(): Mender {
  return new Mender({
    names: (word) => named.has(word),
    knows: (word) => named.has(word) || word.startsWith("medic"),
    spelling: spelling(spellable.split(" "), new Set(["painting", "stopping", "nochest"])),
  });
}

const mended = (text: string) => aMender().mend(normalise(text));
const textsOf = (text: string) => mended(text).words.map((word) => word.text);

describe("a text without slips", () => {
  it.each(["stop", "I can not breathe", "ok i", "please, no pain!", "we met at noon", ""])(
    "“%s” comes back as it was",
    (text) => {
      const read = normalise(text);
      expect(aMender().mend(read)).toBe(read);
    },
  );
});

describe("a word with a slip", () => {
  it("is read as the word that is meant, at its place and after its divider", () => {
    expect(mended("no, pian! brethe? 3-5")).toEqual({
      ...normalise("no, pian! brethe? 3-5"),
      words: normalise("no, pian! brethe? 3-5").words.map((word) => ({
        ...word,
        text: word.text === "brethe" ? "breathe" : word.text,
      })),
    });
  });

  it("is read alike each time it is said", () => {
    const mender = aMender();
    const once = mender.mend(normalise("bleding st0p chestpain")).words;
    expect(mender.mend(normalise("bleding st0p chestpain")).words).toEqual(once);
    expect(once.map(({ text }) => text)).toEqual(["bleeding", "stop", "chest", "pain"]);
  });

  it("is left alone when it is no slip of a known word", () => {
    expect(textsOf("bananas painting medicins")).toEqual(["bananas", "painting", "medicins"]);
  });

  it("may be drawn out", () => {
    expect(textsOf("stoooop")).toEqual(["stop"]);
    expect(textsOf("bleeeeding")).toEqual(["bleeding"]);
    expect(textsOf("heeelp hmmmm")).toEqual(["help", "hmmmm"]);
  });
});

describe("digits for letters", () => {
  it.each([
    ["st0p", "stop"],
    ["ch3st", "chest"],
    ["p4in", "pain"],
    ["ple45e", "please"],
    ["s7op", "stop"],
    ["pa1n", "pain"],
  ])("%s is %s", (typed, word) => {
    expect(textsOf(typed)).toEqual([word]);
  });

  it.each(["s05", "5105", "5e15", "m3dic", "b91n", "7070", "p4lm", "ch8st"])(
    "%s is left alone",
    (typed) => {
      expect(textsOf(typed)).toEqual(normalise(typed).words.map(({ text }) => text));
    },
  );
});

describe("words run together", () => {
  it.each([
    ["chestpain", "chest pain"],
    ["chespain", "chespain"],
    ["stopit", "stop it"],
    ["stoptexting", "stop texting"],
    ["nopain", "no pain"],
    ["mychestpain", "my chest pain"],
    ["painmychestout", "painmychestout"],
    ["cantbreathe", "can not breathe"],
    ["leavemealone", "leave me alone"],
    ["nochest", "nochest"],
    ["stopping", "stopping"],
    ["itpain", "it pain"],
    ["nomas", "nomas"],
    ["pleasepleasepleaseplease", "pleasepleasepleaseplease"],
    ["breathebleedingsideways", "breathe bleeding sideways"],
    ["breathebleedingbleedings", "breathebleedingbleedings"],
    ["bleedingbleedingsideways", "bleeding bleeding sideways"],
    ["bleedingsidewaysbleeding", "bleeding sideways bleeding"],
    ["chestpain5", "chestpain5"],
    ["chestfit", "chestfit"],
    ["myunconsciousnessbleeding", "myunconsciousnessbleeding"],
  ])("%s is read as “%s”", (typed, words) => {
    expect(textsOf(typed)).toEqual(words.split(" "));
  });

  it("each stand at the place of all, after its divider only the first", () => {
    expect(
      mended("no, chestpain, ok").words.map(({ text, start, end, before }) => [
        text,
        start,
        end,
        before,
      ]),
    ).toEqual([
      ["no", 0, 2, ""],
      ["chest", 4, 13, ","],
      ["pain", 4, 13, ""],
      ["ok", 15, 17, ","],
    ]);
  });
});

describe("letters set apart", () => {
  it("are one word, over the place of all", () => {
    expect(mended("please, s t o p. now").words).toEqual([
      ...normalise("please,").words,
      { text: "stop", start: 8, end: 15, sentence: 0, before: ",", accented: false },
      { text: "now", start: 17, end: 20, sentence: 1, before: ".", accented: false },
    ]);
    expect(textsOf("S.T.O.P")).toEqual(["stop"]);
    expect(textsOf("pain s t o p")).toEqual(["pain", "stop"]);
    expect(textsOf("s o s")).toEqual(["sos"]);
    expect(textsOf("p i z z a")).toEqual(["pizza"]);
    expect(textsOf("s t o p 不")).toEqual(["stop", "不"]);
  });

  it("are letters when they make no word, when they are two, or not all letters", () => {
    expect(textsOf("a b c d")).toEqual(["a", "b", "c", "d"]);
    expect(textsOf("n o")).toEqual(["n", "o"]);
    expect(textsOf("9 1 1 s t o p")).toEqual(["9", "1", "1", "stop"]);
    expect(textsOf("no s t o p p a i n")).toEqual(["no", ..."stopp", "a", "i", "n"]);
    expect(textsOf("é s t o p")).toEqual([..."estop"]);
  });
});
