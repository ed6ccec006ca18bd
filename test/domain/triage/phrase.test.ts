import { describe, expect, it } from "vitest";
import { Matcher } from "#domain/triage/match";
import { normalise } from "#domain/triage/normalise";
import { parsePiece, splitPhrase } from "#domain/triage/phrase";

const classes = {
  pain: "pain*, hurt*, sore, killing me",
  body: "chest, arm, {side}",
  side: "left side",
};

function finds(phrase: string, text: string): boolean {
  const matcher = new Matcher([{ id: "it", phrases: [phrase] }], classes);
  return matcher.find(normalise(text).words).length > 0;
}

describe("a phrase", () => {
  it.each([
    ["short of breath", "so short of breath", "breath of short"],
    ["bleed*", "bleeding", "bled"],
    ["face|mouth", "my mouth", "my ear"],
    ["(left arm|jaw) hurts", "left arm hurts", "left hurts"],
    ["my? chest", "chest", "ches"],
    ["no _ left", "no pills left", "no left"],
    ["# pills", "30 pills", "many pills"],
    ["{pain}", "hurting", "happy"],
    ["{pain}", "it is killing me", "killing time"],
    ["{body}", "left side", "right side"],
    ["{pain}|claw*", "a claw", "a paw"],
    ["stop .. texting", "stop all of this texting", "stop now or i will be texting"],
    ["stop {pain}.. texting", "stop sore hurting texting", "stop the texting"],
    ["!not stop", "please stop", "do not stop"],
    ["not {pain} !like", "not sore now", "not sore like this"],
    ["^ stop", "stop now. ok", "now stop"],
    ["stop $", "please stop. ok", "stop now"],
    ["call (now|$)", "please call", "call me"],
    ["chest ~ pain", "pain in my left chest", "pain. my chest"],
    ["chest ~2 pain", "chest has pain", "chest has a lot of pain"],
    ["fever & stiff neck", "stiff neck. also fever", "fever"],
  ])("written %s finds “%s” and not “%s”", (phrase, found, other) => {
    expect(finds(phrase, found)).toBe(true);
    expect(finds(phrase, other)).toBe(false);
  });

  it("is found as long as it can be", () => {
    const matcher = new Matcher([{ id: "it", phrases: ["stop .. texting"] }], classes);
    const [found] = matcher.find(normalise("stop the texting texting now").words);
    expect(found).toMatchObject({ start: 0, end: 4 });
  });

  it("that is written wrongly is refused", () => {
    expect(() => parsePiece("(left arm")).toThrow("bracket");
    expect(() => parsePiece("(left arm?|jaw)")).toThrow("Only words");
    expect(() => finds("{nowhere}", "x")).toThrow("nowhere");
    expect(() => finds("_ ..", "x")).toThrow("needs no word");
  });

  it("may stand anywhere in the message only when its pieces are joined so", () => {
    expect(splitPhrase("a & b").within).toBeUndefined();
    expect(splitPhrase("a ~ b").within).toBe(6);
  });
});
