import { describe, expect, it } from "vitest";
import { Matcher } from "#domain/triage/match";
import { normalise } from "#domain/triage/normalise";

const classes = {
  pain: "pain*, hurt*, sore, killing me",
  body: "chest, arm, {side}",
  side: "left side, back",
  filler: "the, all, no",
};

/** The places in the text where each phrase was found; what lies between its pieces is left out. */
function placesOf(text: string, ...phrases: readonly string[]): readonly string[] {
  const entries = phrases.map((phrase) => ({ id: phrase, phrases: [phrase] }));
  const { words } = normalise(text);
  return new Matcher(entries, classes)
    .find(words)
    .map(({ runs }) =>
      runs
        .map(({ start, end }) => text.slice(words[start]?.start, words[end - 1]?.end))
        .join(" … "),
    );
}

describe("a phrase", () => {
  it("is found at each of its places, once", () => {
    expect(placesOf("my face, your mouth, a face", "face|mouth")).toEqual([
      "face",
      "mouth",
      "face",
    ]);
    expect(placesOf("left side left side", "left side")).toEqual(["left side", "left side"]);
    expect(placesOf("chest", "chest", "chest my?")).toEqual(["chest", "chest"]);
    expect(placesOf("", "stop")).toEqual([]);
    expect(placesOf("go", "stop")).toEqual([]);
  });

  it("is found beside others, by the words that each needs", () => {
    expect(placesOf("chest pain now", "chest pain", "pain now", "chest now", "now")).toEqual([
      "chest pain",
      "pain now",
      "now",
    ]);
  });

  it("is found anew in each text", () => {
    const matcher = new Matcher([{ id: "it", phrases: ["chest pain"] }], classes);
    const find = (text: string) => matcher.find(normalise(text).words).length;
    expect([find("chest pain"), find("chest pain"), find("chest"), find("chest pain")]).toEqual([
      1, 1, 0, 1,
    ]);
  });

  it("ends at the last word that it can take in", () => {
    expect(placesOf("stop the texting texting now", "stop .. texting")).toEqual([
      "stop the texting texting",
    ]);
    expect(placesOf("chest hurts bad", "chest hurts? bad?")).toEqual(["chest hurts bad"]);
    expect(placesOf("my left side hurts", "my (left|(left side)|side) hurts?")).toEqual([
      "my left side hurts",
    ]);
    expect(placesOf("my left hurts", "my (left|(left side)|side) hurts?")).toEqual([
      "my left hurts",
    ]);
  });

  it("never goes beyond its sentence", () => {
    expect(placesOf("chest. pain", "chest pain")).toEqual([]);
    expect(placesOf("left. side", "{body}")).toEqual([]);
    expect(placesOf("stop. texting", "stop .. texting")).toEqual([]);
    expect(placesOf("stop. now", "stop _?")).toEqual(["stop"]);
  });

  it("needs a word for each piece, even when any one will do", () => {
    expect(placesOf("chest", "chest & my?")).toEqual([]);
    expect(placesOf("chest my", "chest & my?")).toEqual(["chest my"]);
  });
});

describe("a gap", () => {
  it("of any words holds three at the most, and none that denies", () => {
    expect(placesOf("stop a b c texting", "stop .. texting")).toHaveLength(1);
    expect(placesOf("stop a b c d texting", "stop .. texting")).toEqual([]);
    for (const denial of ["not", "no", "never", "without", "sin", "nunca"]) {
      expect(placesOf(`stop ${denial} texting`, "stop .. texting")).toEqual([]);
    }
  });

  it("of a class holds six of it, and what denies if the class has it", () => {
    expect(placesOf("stop the all no the all no texting", "stop {filler}.. texting")).toHaveLength(
      1,
    );
    expect(placesOf("stop the all no the all no the texting", "stop {filler}.. texting")).toEqual(
      [],
    );
    expect(placesOf("stop the other texting", "stop {filler}.. texting")).toEqual([]);
    expect(placesOf("stop texting", "stop (the|a b).. texting")).toHaveLength(1);
    expect(placesOf("stop a b texting", "stop (the|a b).. texting")).toEqual([]);
    expect(() => placesOf("stop", "stop (a b).. texting")).toThrow('fill a gap: "a,b"');
  });
});

describe("words that must not be there", () => {
  it("are not right before it, in its sentence", () => {
    expect(placesOf("do not stop", "!not stop")).toEqual([]);
    expect(placesOf("do not now stop", "!not stop")).toEqual(["stop"]);
    expect(placesOf("not. stop", "!not stop")).toEqual(["stop"]);
    expect(placesOf("do not stop", "!(do not) stop")).toEqual([]);
    expect(placesOf("can not stop", "!(do not)|(did not) stop")).toEqual(["stop"]);
    expect(placesOf("stop do not", "!(do not) stop")).toEqual(["stop"]);
    expect(placesOf("do stop", "!(do not) stop")).toEqual(["stop"]);
    expect(placesOf("now stop", "!_ stop")).toEqual([]);
    expect(placesOf("stop", "!_ stop")).toEqual(["stop"]);
  });

  it("do not come next", () => {
    expect(placesOf("chest pain", "chest !pain")).toEqual([]);
    expect(placesOf("chest a pain", "chest !pain")).toEqual(["chest"]);
    expect(placesOf("chest left side", "chest !(left side)|arm")).toEqual([]);
    expect(placesOf("chest arm", "chest !(left side)|arm")).toEqual([]);
    expect(placesOf("chest left arm", "chest !(left side)|arm")).toEqual(["chest"]);
    expect(placesOf("left side chest", "chest !(left side)")).toEqual(["chest"]);
  });
});

describe("the ends of a sentence", () => {
  it("hold a phrase that is written so", () => {
    expect(placesOf("ok. stop now. stop", "^ stop")).toEqual(["stop", "stop"]);
    expect(placesOf("please stop", "^ stop")).toEqual([]);
    expect(placesOf("please stop. ok", "stop $")).toEqual(["stop"]);
    expect(placesOf("stop ok", "stop $")).toEqual([]);
  });

  it("will do where a word is written beside them", () => {
    expect(placesOf("call now", "call now|$")).toEqual(["call now"]);
    expect(placesOf("call. me", "call now|$")).toEqual(["call"]);
    expect(placesOf("call me", "call now|$")).toEqual([]);
    expect(placesOf("call me", "call now|$|me")).toEqual(["call me"]);
  });
});

describe("pieces of one phrase", () => {
  it("stand near each other in any order, and are told in the order of the text", () => {
    expect(placesOf("pain in my chest", "chest ~ pain")).toEqual(["pain … chest"]);
    expect(placesOf("chest 1 2 3 4 5 6 pain", "chest ~ pain")).toEqual(["chest … pain"]);
    expect(placesOf("chest 1 2 3 4 5 6 7 pain", "chest ~ pain")).toEqual([]);
    expect(placesOf("pain 1 2 3 4 5 6 chest", "chest ~ pain")).toEqual(["pain … chest"]);
    expect(placesOf("pain 1 2 3 4 5 6 7 chest", "chest ~ pain")).toEqual([]);
    expect(placesOf("chest. pain", "chest ~ pain")).toEqual([]);
  });

  it("are the nearest ones, and of two as near the first", () => {
    expect(placesOf("pain a b chest c pain", "chest ~ pain")).toEqual(["chest … pain"]);
    expect(placesOf("hurts a chest b hurting", "chest ~ hurt*")).toEqual(["hurts … chest"]);
    expect(placesOf("hurts a b chest. hurting", "chest ~ hurt*")).toEqual(["hurts … chest"]);
  });

  it("may each be long", () => {
    expect(placesOf("a b c d e 1 2 chest", "chest ~2 a b c d e")).toEqual(["a b c d e … chest"]);
    expect(placesOf("a b c d e 1 2 chest", "chest ~2 (a b c d e|x)")).toHaveLength(1);
    expect(placesOf("a 1 2 3 b 1 2 chest", "chest ~2 a .. b")).toEqual(["a 1 2 3 b … chest"]);
    expect(placesOf("a b c d e 1 2 3 chest", "chest ~2 a b c d e")).toEqual([]);
  });

  it("of several words count from their nearest ends", () => {
    expect(placesOf("left side of a chest", "chest ~2 left side")).toEqual(["left side … chest"]);
    expect(placesOf("left side of a big chest", "chest ~2 left side")).toEqual([]);
  });

  it("never share a word, and touch as one", () => {
    expect(placesOf("pain", "pain ~ pain")).toEqual([]);
    expect(placesOf("pain pain", "pain & pain")).toEqual(["pain pain", "pain pain"]);
    expect(placesOf("pain pain", "pain & pain & pain")).toEqual([]);
    expect(placesOf("bad chest pain", "bad chest ~ chest pain")).toEqual([]);
    expect(placesOf("chest pain", "pain ~ chest")).toEqual(["chest pain"]);
  });

  it("may be three, each near one of the others", () => {
    expect(placesOf("chest 1 2 pain 3 4 arm", "chest ~2 pain ~2 arm")).toEqual([
      "chest … pain … arm",
    ]);
    expect(placesOf("chest 1 2 pain 3 4 5 arm", "chest ~2 pain ~2 arm")).toEqual([]);
    expect(placesOf("chest and pain", "chest ~ pain ~ arm")).toEqual([]);
  });

  it("joined by & stand anywhere", () => {
    expect(placesOf("arm. 1 2 3 4 5 6 7 8 chest", "chest & arm")).toEqual(["arm … chest"]);
    expect(placesOf("chest", "chest & arm")).toEqual([]);
  });
});
