import { expect, it } from "vitest";
import { dividerAt, isOneSignAfter, textAt } from "#domain/reply/word-at";
import { normalise } from "#domain/triage/normalise";

const { words } = normalise("took 1,200, 300");

it("tells the words of a text and what divides them", () => {
  expect([0, 1, 2, 3].map((at) => textAt(words, at))).toEqual(["took", "1", "200", "300"]);
  expect([0, 1, 2, 3].map((at) => dividerAt(words, at))).toEqual(["", "", ",", ","]);
});

it("finds nothing beyond the ends of a text", () => {
  expect([-1, 4].map((at) => textAt(words, at))).toEqual(["", ""]);
  expect([-1, 4].map((at) => dividerAt(words, at))).toEqual(["", ""]);
});

it("knows a word that one sign alone parts from the one before it", () => {
  expect([0, 1, 2, 3, 4].map((at) => isOneSignAfter(words, at))).toEqual([
    false,
    // A space is such a sign.
    true,
    true,
    false,
    false,
  ]);
});
