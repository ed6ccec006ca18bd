import { describe, expect, it } from "vitest";
import { optOut } from "#domain/reply/opt-out";
import type { Meaning, ReplyEntry } from "#domain/reply/reply-entry";
import { understand } from "#domain/reply/understand";
import type { Found } from "#domain/triage/found";
import { normalise } from "#domain/triage/normalise";
import { aPhrase } from "../../support/a-phrase.ts";

/** Which of these phrases decides, `?` after it when a person must see, of words that say nothing. */
function decides(text: string, ...phrases: Found<ReplyEntry>[]): string {
  const { isOptOut, review, found } = optOut(normalise(text).words, phrases);
  const places = found.map(({ start, end, rule }) => `${rule} ${start}-${end}`).join();
  return `${isOptOut ? "out" : "in"}${review ? "?" : ""} ${places}`.trim();
}

const eight = "we saw rain at the lake near here";
const phrase = (means: Meaning, start: number, end: number) => aPhrase(means, [start, end]);
const out = (start: number, end: number) => phrase("opt-out", start, end);
const not = (start: number, end: number) => phrase("not-opt-out", start, end);

describe("phrases about an opt-out", () => {
  it("opt out by the rule that found them", () => {
    expect(decides(eight, out(1, 3))).toBe("out opt-out/here 1-3");
    expect(decides(eight, phrase("bare-opt-out", 5, 8))).toBe("out bare-opt-out/here 5-8");
  });

  it("that share words: the longest counts", () => {
    expect(decides(eight, out(2, 4), not(1, 4))).toBe("in");
    expect(decides(eight, out(1, 4), not(2, 4))).toBe("out opt-out/here 1-4");
    expect(decides(eight, not(0, 4), out(3, 6))).toBe("in");
    expect(decides(eight, not(2, 6), out(0, 3))).toBe("in");
  });

  it("that share words and are as long: the careful reading counts", () => {
    expect(decides(eight, out(1, 4), not(1, 4))).toBe("in");
    expect(decides(eight, phrase("bare-opt-out", 1, 4), phrase("maybe-opt-out", 2, 5))).toBe(
      "in? maybe-opt-out 2-5",
    );
  });

  it("that share no words all count, side by side too", () => {
    expect(decides(eight, not(0, 4), out(4, 6))).toBe("out opt-out/here 4-6");
    expect(decides(eight, out(0, 2), not(2, 6))).toBe("out opt-out/here 0-2");
    expect(decides(eight, not(0, 3), out(6, 8))).toBe("out opt-out/here 6-8");
    expect(decides(eight, out(0, 2), not(5, 8))).toBe("out opt-out/here 0-2");
  });

  it("in doubt are read by a person, and no others are", () => {
    expect(decides(eight, phrase("maybe-opt-out", 1, 3))).toBe("in? maybe-opt-out 1-3");
    expect(decides(eight, phrase("help", 1, 3))).toBe("in");
    expect(decides(eight, not(1, 3))).toBe("in");
  });

  it("without an object, beside a symptom or a medicine, are in doubt", () => {
    const bare = phrase("bare-opt-out", 1, 3);
    for (const beside of ["cough", "metformin"]) {
      const text = `${eight} ${beside}`;
      expect(decides(text, bare)).toBe("in? maybe-opt-out 1-3");
      expect(decides(text, out(1, 3))).toBe("out opt-out/here 1-3");
    }
  });

  it("beside a wish to be written to are in doubt", () => {
    const keeps = phrase("keeps-contact", 5, 8);
    expect(decides(eight, out(1, 3), keeps)).toBe("in? maybe-opt-out 1-3");
    expect(decides(eight, keeps)).toBe("in");
  });
});

describe("a STOP that stands alone", () => {
  const stop = "we saw rain. Stop. At the lake";
  it("is no opt-out inside a longer phrase that asks us nothing", () => {
    expect(decides(stop, not(3, 5))).toBe("in? maybe-opt-out 3-4");
    expect(decides(stop, not(2, 5))).toBe("in? maybe-opt-out 3-4");
  });

  it("counts beside such a phrase, at its end, and inside any other", () => {
    const counts = "out opt-out/keyword 3-4";
    expect(decides(stop, not(0, 3))).toBe(counts);
    expect(decides(stop, not(1, 4))).toBe(counts);
    expect(decides(stop, not(4, 7))).toBe(counts);
    expect(decides(stop, phrase("help", 2, 6))).toBe(counts);
  });
});

describe("a call that is put off", () => {
  it.each(["Don't call me, I can call you", "Don't call me, I will call you"])(
    "is read by a person: %s",
    (text) => {
      const { optOut: isOut, review, spans } = understand(text);
      expect({ isOut, review }).toEqual({ isOut: false, review: true });
      expect(spans).toEqual([{ start: 0, end: 13, rule: "maybe-opt-out" }]);
    },
  );

  it.each([
    "Don't call me, I never call you",
    "Don't call me, she will call you",
    "Don't call me, you can call her",
  ])("is not meant: %s", (text) => {
    const { optOut: isOut, spans } = understand(text);
    expect({ isOut, spans }).toEqual({
      isOut: true,
      spans: [{ start: 0, end: 13, rule: "opt-out/do-not" }],
    });
  });
});
