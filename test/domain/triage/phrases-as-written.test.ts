import { describe, expect, it } from "vitest";
import { parsePiece, splitPhrase } from "#domain/triage/phrase";

/** A place that these words fill, one or several in a row. */
const words = (...ways: readonly string[]) => ({
  is: "words",
  ways: ways.map((way) => way.split(" ")),
  isOptional: false,
  orEnd: false,
});

describe("a piece", () => {
  it.each([
    ["short of breath", [words("short"), words("of"), words("breath")]],
    ["face|mouth", [words("face", "mouth")]],
    ["bleed* {pain} # _", [words("bleed*"), words("{pain}"), words("#"), words("_")]],
    ["(left arm|jaw) now", [words("left arm", "jaw"), words("now")]],
    ["jaw|(left arm)", [words("jaw", "left arm")]],
    ["(left|right (arm|leg))", [words("left", "right arm", "right leg")]],
    ["((left|right) arm|jaw)", [words("left arm", "right arm", "jaw")]],
    [
      "((my|the) (left|right) arm)",
      [words("my left arm", "my right arm", "the left arm", "the right arm")],
    ],
    ["((left|right))", [words("left", "right")]],
    ["  chest   pain  ", [words("chest"), words("pain")]],
    ["(left arm)||jaw", [words("left arm", "jaw")]],
    ["(left arm)  now", [words("left arm"), words("now")]],
    ["face||mouth|", [words("face", "mouth")]],
    ["(left  arm||jaw )", [words("left arm", "jaw")]],
    ["^ stop $", [{ is: "start" }, words("stop"), { is: "end" }]],
    ["the|my?", [{ ...words("the", "my"), isOptional: true }]],
    ["(of my)? arm", [{ ...words("of my"), isOptional: true }, words("arm")]],
    ["now|$", [{ ...words("now"), orEnd: true }]],
    ["(right now|$)", [{ ...words("right now"), orEnd: true }]],
    ["now|$?", [{ ...words("now"), isOptional: true, orEnd: true }]],
    ["!not|no stop", [{ is: "unless", ways: [["not"], ["no"]] }, words("stop")]],
    ["!(do not) stop", [{ is: "unless", ways: [["do", "not"]] }, words("stop")]],
    ["stop .. me", [words("stop"), { is: "between", most: 3 }, words("me")]],
    ["{filler}.. me", [{ is: "between", most: 6, only: [["{filler}"]] }, words("me")]],
    ["the|all..", [{ is: "between", most: 6, only: [["the"], ["all"]] }]],
  ])("written “%s” is read word for word", (written, elements) => {
    expect(parsePiece(written)).toEqual(elements);
  });

  it.each([
    ["", 'A phrase has an empty piece: ""'],
    ["  ", 'A phrase has an empty piece: "  "'],
    ["(left arm", 'A bracket is open or closed too often: "(left arm"'],
    ["(left arm))", 'A bracket is open or closed too often: "(left arm))"'],
    ["(left $|jaw)", 'Only words may stand inside brackets: "left $"'],
    ["(not !left|jaw)", 'Only words may stand inside brackets: "not !left"'],
    ["(left arm?|jaw)", 'Only words may stand inside brackets: "left arm?"'],
    ["(left .. arm|jaw)", 'Only words may stand inside brackets: "left .. arm"'],
  ])("written “%s” is refused", (written, reason) => {
    expect(() => parsePiece(written)).toThrow(reason);
  });

  it("may hold these signs inside a word", () => {
    expect(parsePiece("(a!b c.d e?f|jaw)")).toEqual([words("a!b c.d e?f", "jaw")]);
  });
});

describe("a phrase", () => {
  it.each([
    ["chest pain", { pieces: ["chest pain"], within: 6 }],
    ["chest ~ pain", { pieces: ["chest", "pain"], within: 6 }],
    ["chest ~3 pain", { pieces: ["chest", "pain"], within: 3 }],
    ["chest ~12 pain ~12 arm", { pieces: ["chest", "pain", "arm"], within: 12 }],
    ["fever & stiff neck", { pieces: ["fever", "stiff neck"] }],
    ["a & b & c", { pieces: ["a", "b", "c"] }],
  ])("written “%s” has its pieces, and how far apart they may be", (written, parts) => {
    expect(splitPhrase(written)).toEqual(parts);
  });
});
