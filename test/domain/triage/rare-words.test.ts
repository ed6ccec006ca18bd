import { describe, expect, it } from "vitest";
import { Matcher } from "#domain/triage/match";
import { compileRules } from "#domain/triage/rules";
import { anyWord, Slots } from "#domain/triage/slots";
import { WordClass } from "#domain/triage/word-class";

const classes = {
  pain: "pain*, hurt*, sore, killing me",
  body: "chest, arm, {side}",
  side: "left side, back",
};
const someSlots = () => new Slots(classes);
/** The slot of alternatives of one word each. */
const slotOf = (slots: Slots, ...words: readonly string[]) =>
  slots.of(words.map((word) => [word])).one ?? Number.NaN;
const sorted = (numbers: Iterable<number>) => [...numbers].sort((left, right) => left - right);

describe("how many words of running text fit a place", () => {
  it.each([
    [["chest"], 1],
    [["chest", "arm"], 2],
    [["the"], 30],
    [["pain*"], 3],
    [["#"], 20],
    [["_"], 1000],
    [["{pain}"], 7],
    [["{body}"], 3],
    [["{pain}", "ache"], 8],
    [["chest", "chest"], 1],
  ])("is guessed of %j as %i", (words, weight) => {
    const slots = someSlots();
    expect(slots.weightOf(slotOf(slots, ...words))).toBe(weight);
  });

  it("is nothing for a place that opens several, which no phrase hangs on", () => {
    const slots = someSlots();
    const { one = -1, several } = slots.of([["chest"], ["left", "arm"]]);
    expect(slots.weightOf(slots.opening(one, several))).toBe(0);
    expect(slots.weightOf(99)).toBe(0);
  });
});

describe("a place", () => {
  it("is one for equal alternatives, and another for others", () => {
    const slots = someSlots();
    const first = slotOf(slots, "chest", "arm");
    expect(slotOf(slots, "chest", "arm")).toBe(first);
    expect(slots.count).toBe(2);
    expect(slotOf(slots, "chestarm")).not.toBe(first);
    expect(slotOf(slots, "_")).toBe(anyWord);
  });

  it("for the words of a class has ways of several words beside it, found once", () => {
    const slots = someSlots();
    const { several } = slots.of([["{body}"], ["right", "side"]]);
    const [right, side] = [slotOf(slots, "right"), slotOf(slots, "side")];
    expect(several).toEqual([
      [right, side],
      [slotOf(slots, "left"), side],
    ]);
    expect(slots.of([["{body}"]]).several).toEqual([[slotOf(slots, "left"), side]]);
    expect(slots.of([["right", "side"]])).toEqual({ several: [[right, side]] });
  });

  it("for a class and a word takes in the words of both", () => {
    const slots = someSlots();
    const either = slotOf(slots, "{side}", "ache");
    const side = slotOf(slots, "{side}");
    expect(sorted(slots.fitting("back"))).toEqual(sorted([either, side]));
    expect(slots.fitting("ache")).toEqual([either]);
  });

  it("takes the words that begin each of its ways", () => {
    const slots = someSlots();
    const { one = -1, several } = slots.of([["chest"], ["left", "arm"], ["right", "arm"]]);
    const opens = slots.opening(one, several);
    const fits = ["chest", "left", "right"].map((word) => slots.fitting(word).includes(opens));
    expect(fits).toEqual([true, true, true]);
    expect(slots.fitting("arm")).not.toContain(opens);
    const count = slots.count;
    expect(slots.opening(one, several)).toBe(opens);
    expect(slots.count).toBe(count);
    expect(slots.opening(one, [])).toBe(one);
    expect(slots.opening(one, several.slice(0, 1))).not.toBe(opens);
    expect(slots.opening(-1, several)).not.toBe(opens);
    expect(slots.opening(-1, [[anyWord, one]])).toBe(anyWord);
    expect(slots.opening(anyWord, several)).toBe(anyWord);
  });

  it("is fitted by a word, by its stem, by its class and by a number", () => {
    const slots = someSlots();
    const [pain, ache, number] = [
      slotOf(slots, "{pain}"),
      slotOf(slots, "{pain}", "ache"),
      slotOf(slots, "#"),
    ];
    expect(sorted(slots.fitting("painful"))).toEqual([pain, ache]);
    expect(sorted(slots.fitting("pain"))).toEqual([pain, ache]);
    expect(sorted(slots.fitting("sore"))).toEqual([pain, ache]);
    expect(sorted(slots.fitting("ache"))).toEqual([ache]);
    for (const nothing of ["pai", "sor", "other", "", "/", ":", "{pain}"]) {
      expect(slots.fitting(nothing)).toEqual([]);
    }
    for (const digits of ["0", "9", "30"]) expect(slots.fitting(digits)).toEqual([number]);
  });
});

describe("a phrase", () => {
  /** The words that a phrase is looked up by, of those given. */
  function keysOf(phrase: string, ...words: readonly string[]): readonly string[] {
    const { slots, bySlot } = compileRules([{ id: "it", phrases: [phrase] }], classes);
    return words.filter((word) => slots.fitting(word).some((slot) => bySlot.has(slot)));
  }

  it.each([
    ["the chest of pain*", "chest"],
    ["# chest", "chest"],
    ["the chest|arm", "chest arm"],
    ["chest hurts", "chest"],
    ["the hurts", "hurts"],
    ["the arm? pain*", "pain"],
    ["the arm|$ pain*", "pain"],
    ["_ pain*", "pain"],
    ["(the chest)|(the arm) the", "chest arm"],
    ["(chest the)|(arm the)", "chest arm"],
    ["(chest hurts)|arm", "chest arm"],
    ["pain* & the arm", "arm"],
    ["!chest arm", "arm"],
    ["the .. arm", "arm"],
    ["chest|arm|hurts the pain*", "chest arm hurts"],
    ["chest|arm pain* hurts", "hurts"],
  ])("written %s hangs on its rarest words: %s", (phrase, keys) => {
    expect(keysOf(phrase, "the", "chest", "arm", "pain", "hurts", "30")).toEqual(keys.split(" "));
  });

  it("needs a word for each place that must be filled", () => {
    const { all, slots } = compileRules(
      [{ id: "it", phrases: ["my? chest _ (left arm)|jaw $"] }],
      {},
    );
    const [{ needed, pieces } = { needed: [], pieces: [] }] = all;
    const jaw = pieces[0]?.places[3];
    expect(all).toHaveLength(1);
    expect(needed).toEqual([slotOf(slots, "chest"), jaw?.is === "words" ? jaw.opens : Number.NaN]);
  });

  it("is as long as all that it can hold", () => {
    const { all } = compileRules(
      [{ id: "it", phrases: ["a .. (b c d)|e !f g? ~ {side}"] }],
      classes,
    );
    expect(all[0]?.pieces.map(({ longest }) => longest)).toEqual([8, 2]);
  });

  it("shares its pieces with others that are written alike", () => {
    const phrases = ["chest ~ arm", "arm & back", "back chest"];
    const { all } = compileRules([{ id: "it", phrases }], classes);
    const ids = all.map(({ pieces }) => pieces.map(({ id }) => id));
    expect(ids).toEqual([[0, 1], [1, 2], [3]]);
    expect(all.map(({ id, within }) => [id, within])).toEqual([
      [0, 6],
      [1, undefined],
      [2, 6],
    ]);
  });
});

describe("a word", () => {
  it("is known when any phrase has a place for it, and in full when a phrase names it", () => {
    const phrases = ["bleed* now", "# pills", "{body} hurts|{side} _"];
    const matcher = new Matcher([{ id: "it", phrases }], classes);
    const isKnown = (word: string) => matcher.knows(word);
    expect(["bleeding", "now", "30", "back", "side"].every(isKnown)).toBe(true);
    expect(["blee", "ow", "other", ""].some(isKnown)).toBe(false);
    expect([...matcher.known]).toEqual(expect.arrayContaining(["now", "pills", "back", "side"]));
    expect([...matcher.known]).not.toContain("bleed");
  });

  it("belongs to a class in full or by its stem, as classes inside it have it", () => {
    const has = (name: string, word: string) => new WordClass(classes, name).has(word);
    expect(["pain", "painful", "sore"].map((word) => has("pain", word))).toEqual([
      true,
      true,
      true,
    ]);
    expect(["spain", "sores", "killing"].some((word) => has("pain", word))).toBe(false);
    expect(has("body", "back")).toBe(true);
    expect(() => new WordClass(classes, "toString")).toThrow(
      "No class of words is called toString",
    );
  });
});
