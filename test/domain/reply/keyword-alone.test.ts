import { describe, expect, it } from "vitest";
import { keywordOf, strongOptOutAt } from "#domain/reply/keywords";
import { isPleasantry } from "#domain/reply/pleasantry";
import { normalise } from "#domain/triage/normalise";

const wordsOf = (text: string) => normalise(text).words;

/** The keyword that a message is, and the words that say it: `help: help me`. */
function keyword(text: string): string | undefined {
  const words = wordsOf(text);
  const found = keywordOf(words);
  if (found === undefined) return undefined;
  const said = words.slice(found.start, found.end).map((word) => word.text);
  return `${found.keyword}: ${said.join(" ")}${found.mayBeAppointment ? "?" : ""}`;
}

describe("a keyword that is the whole message", () => {
  it.each([
    ["stop", "opt-out: stop"],
    ["please stop texting me", "opt-out: stop texting"],
    ["stop, no more messages", "opt-out: stop no more messages"],
    ["please quit, thank you", "opt-out: quit"],
    ["no thanks, stop", "opt-out: stop"],
    ["start", "opt-in: start"],
    ["keep all please", "keep: keep all"],
    ["help me please", "help: help me"],
    ["sorry, wrong number", "wrong-number: wrong number"],
    ["real person please", "person: real person"],
    ["stop2 end", "opt-out: stop2 end"],
  ])("%s", (text, found) => {
    expect(keyword(text)).toBe(found);
  });

  it("may have been meant for a visit when it is a CANCEL, not when one stands beside it", () => {
    expect(keyword("cancel please")).toBe("opt-out: cancel?");
    expect(keyword("cancel all")).toBe("opt-out: cancel all?");
    expect(keyword("stop cancel")).toBe("opt-out: stop");
  });

  it.each([
    "",
    "thanks",
    "now",
    "stop the rain",
    "the rain must stop",
    "please don't stop",
    "quit now",
    "cancel stop",
    "help now",
    "help cancel",
    "start cancel",
    "start texting",
  ])("is none: %s", (text) => {
    expect(keyword(text)).toBeUndefined();
  });

  it("has at most twelve words", () => {
    expect(keyword(`stop ${"please ".repeat(11)}`)).toBe("opt-out: stop please");
    expect(keyword(`stop ${"please ".repeat(12)}`)).toBeUndefined();
  });
});

describe("a slip of the finger in STOP", () => {
  it.each([
    ["stip", "opt-out: stip"],
    ["xstop", "opt-out: xstop"],
    ["stopr it please", "opt-out: stopr it"],
    ["stip right now", "opt-out: stip"],
  ])("is forgiven in three words: %s", (text, found) => {
    expect(keyword(text)).toBe(found);
  });

  it.each(["stip it right now", "step", "shop please", "stopping", "sleep", "it"])(
    "is none: %s",
    (text) => {
      expect(keyword(text)).toBeUndefined();
    },
  );
});

describe("a strong opt-out inside a message", () => {
  it.each([
    ["stop", 0, 1],
    ["the stop", 1, 1],
    ["stop all of it", 0, 2],
    ["no more messages here", 0, 3],
    ["stop 2 end", 0, 3],
    ["quiero dar de baja", 1, 3],
    ["the stop", 0, 0],
    ["cancel", 0, 0],
    ["stop", 1, 0],
  ])("%j from word %i has %i words", (text, at, size) => {
    expect(strongOptOutAt(wordsOf(text), at)).toBe(size);
  });
});

describe("a courtesy", () => {
  it("is every word of up to ten", () => {
    expect(isPleasantry(wordsOf("thank you ".repeat(5)))).toBe(true);
    expect(isPleasantry(wordsOf(`${"thank you ".repeat(5)} so`))).toBe(false);
    expect(isPleasantry(wordsOf("thank the driver"))).toBe(false);
  });
});
