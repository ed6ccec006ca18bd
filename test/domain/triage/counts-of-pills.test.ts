import { describe, expect, it } from "vitest";
import { doses } from "#domain/triage/doses";
import { normalise } from "#domain/triage/normalise";
import { triage } from "#domain/triage/triage";

/** From the verb to what was counted, for each count that nobody is told to take. */
function countsIn(text: string): readonly string[] {
  const { words } = normalise(text);
  return doses(words).map(({ start, end }) => text.slice(words[start]?.start, words[end - 1]?.end));
}

describe("a count of pills that were swallowed", () => {
  it.each([
    ["I took 30 Tylenol", "took 30 Tylenol"],
    ["took 8 pills", "took 8 pills"],
    ["swallowed 500 pills", "swallowed 500 pills"],
    ["me tomé 20 pastillas", "tomé 20 pastillas"],
    ["took I think it was 30 pills", "took I think it was 30 pills"],
    ["took 30 of my pills", "took 30 of my pills"],
    ["I take pills. I took 30 pills", "took 30 pills"],
  ])("is read in “%s”", (text, count) => {
    expect(countsIn(text)).toEqual([count]);
  });

  it("is read each time, from the nearest verb to the nearest medicine", () => {
    expect(countsIn("took 10 pills and took 20 pills pills")).toEqual([
      "took 10 pills",
      "took 20 pills",
    ]);
  });

  it.each([
    ["took 7 pills", "what some people are told to take"],
    ["took 501 pills", "a number of another kind"],
    ["took 30 mg pills", "the strength of one"],
    ["I take 10 pills a day", "a habit"],
    ["I have 30 pills", "what is in the box"],
    ["30 pills", "no more than a number"],
    ["took 30", "a count of nothing"],
    ["took 30 pictures", "a count of something else"],
    ["took I think it may be 30 pills", "too far from its verb"],
    ["took 30 of my own pills", "too far from what was counted"],
    ["took it. 30 pills", "another sentence than its verb"],
    ["took it. maybe 30 pills", "another sentence than its verb"],
    ["took 30. pills", "another sentence than what was counted"],
    ["30 pills took", "in no order that tells of it"],
    ["took some pills", "no number"],
  ])("is not read in “%s”, %s", (text) => {
    expect(countsIn(text)).toEqual([]);
  });

  it("is an emergency, named for the nurse", () => {
    expect(triage("took 30 Tylenol").spans).toContainEqual({
      start: 0,
      end: 15,
      rule: "T1/poisoning",
    });
  });
});
