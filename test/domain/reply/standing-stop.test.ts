import { describe, expect, it } from "vitest";
import { optOut } from "#domain/reply/opt-out";
import { normalise } from "#domain/triage/normalise";

/** What decides when no phrase helps: only where the STOP stands. */
function heard(text: string) {
  const { words } = normalise(text);
  const { isOptOut, review, found } = optOut(words, []);
  const said = found.map(({ start, end }) => words.slice(start, end).map((word) => word.text));
  const rules = found.map(({ rule }) => rule);
  return { isOptOut, review, said: said.map((texts) => texts.join(" ")), rules };
}

const outBy = (words: string) => ({
  isOptOut: true,
  review: false,
  said: [words],
  rules: ["opt-out/keyword"],
});
const nothing = { isOptOut: false, review: false, said: [], rules: [] };

describe("a STOP that is the whole message", () => {
  it.each([
    ["please stop", "stop"],
    ["opt out thanks", "opt out"],
    ["ok please stop, I moved away", "stop"],
  ])("%s", (text, words) => {
    expect(heard(text)).toEqual(outBy(words));
  });
});

describe("a STOP that is a sentence of its own", () => {
  it.each([
    ["I moved away. STOP", "stop"],
    ["I moved away. Please stop", "stop"],
    ["I moved away. Please stop it now", "stop it"],
    ["We live at the lake now and like it here. Stop all. Bye", "stop all"],
    ["The old owner moved away. Please just stop all these texts", "stop all"],
  ])("opts out: %s", (text, words) => {
    expect(heard(text)).toEqual(outBy(words));
  });

  it.each([
    "I moved away. Cancel",
    "I moved away. Help. Thanks",
    "I moved away. Stop the rain in here. Thanks",
    "The old owner moved away. Please just stop all these texts now",
    "They called. I moved away and told them to stop. It rains",
  ])("does not when it is weak, about something, or long: %s", (text) => {
    expect(heard(text)).toEqual(nothing);
  });
});

describe("a STOP behind a comma", () => {
  it("opts out at the end of any sentence", () => {
    expect(heard("We never asked you for this, stop")).toEqual(outBy("stop"));
    expect(heard("We never asked for this, stop. It rains here")).toEqual(outBy("stop"));
  });

  it.each([
    "We never asked you for this, it rains",
    "We said stop to them, it rains. Bye",
    "It rains, stop the roof from leaking. Bye",
    "I saw it, then stop. It rains",
  ])("counts only there: %s", (text) => {
    expect(heard(text)).toEqual(nothing);
  });
});

describe("a STOP with which all is said", () => {
  it.each([
    ["My house burned down stop", "stop"],
    ["My house burned down quit", "quit"],
    ["My house burned down unsubscribe", "unsubscribe"],
    ["My house burned down stop thank you sir", "stop"],
  ])("opts out: %s", (text, words) => {
    expect(heard(text)).toEqual(outBy(words));
  });

  it.each([
    "My house burned down near the stop",
    "My house burned down near the stop thank you",
    "My house burned down today",
    "My house burned down stop it rains",
  ])("belongs to its sentence after an article, or not last: %s", (text) => {
    expect(heard(text)).toEqual(nothing);
  });

  it("is not asked for by a symptom or a medicine that stops", () => {
    expect(heard("My house burned down pain stop")).toEqual(nothing);
    expect(heard("My house burned down metformin stop")).toEqual(nothing);
  });

  it("counts to the 25th word, courtesy not counted", () => {
    const words = (count: number) => Array.from({ length: count }, () => "rain").join(" ");
    expect(heard(`${words(24)} stop`)).toEqual(outBy("stop"));
    expect(heard(`${words(24)} stop please`)).toEqual(outBy("stop"));
    expect(heard(`${words(25)} stop`)).toEqual(nothing);
  });

  it("is missing where there is only courtesy, or nothing", () => {
    expect(heard("thank you")).toEqual(nothing);
    expect(heard("")).toEqual(nothing);
  });
});

describe("a STOP that opens a message", () => {
  it.each([
    ["stop who lives here", "stop"],
    ["stop all who lives here", "stop all"],
    ["stop: the house burned down", "stop"],
    ["stop - metformin", "stop"],
    ["stop who knows if my new metformin came", "stop"],
  ])("opts out when another thought follows: %s", (text, words) => {
    expect(heard(text)).toEqual(outBy(words));
  });

  it.each([
    "stop the house burned down",
    "stop / the house burned down",
    "stop who knows if my metformin came",
    "stop please can you tell metformin",
    "who lives here today",
  ])("does not when the sentence goes on, or a medicine is near: %s", (text) => {
    expect(heard(text)).toEqual(nothing);
  });
});
