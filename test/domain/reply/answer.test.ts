import { describe, expect, it } from "vitest";
import { understand } from "#domain/reply/understand";

const menu = {
  question: { answers: { "1": "wants-booking", "2": "wants-call", "3": "already-done" } },
};
const yesOrNo = { question: { answers: { "1": "yes", "2": "no" } } };

describe("the answer to an open question", () => {
  it.each([
    ["1", "wants-booking"],
    [" 1.", "wants-booking"],
    ["#2", "wants-call"],
    ["(3)", "already-done"],
    ["one", "wants-booking"],
    ["uno", "wants-booking"],
    ["option 2", "wants-call"],
    ["opción dos", "wants-call"],
    ["la 2 por favor", "wants-call"],
    ["1 please", "wants-booking"],
    ["Reply 1", "wants-booking"],
    ["1️⃣", "wants-booking"],
    ["1 1", "wants-booking"],
    ["already done", "already-done"],
  ])("%s", (text, name) => {
    const { answer, review, tier } = understand(text, menu);
    expect({ answer, review, tier }).toEqual({ answer: name, review: false, tier: undefined });
  });

  it.each(["1 or 2", "5", "12", "yes", "2 pills left"])(
    "%s is not sure: a person reads it",
    (text) => {
      const { answer, review } = understand(text, menu);
      expect({ answer, review }).toEqual({ answer: undefined, review: true });
    },
  );

  it("counts at once when words come with it, and they are read", () => {
    const { answer, review } = understand("3. I had it done in Springfield", menu);
    expect({ answer, review }).toEqual({ answer: "already-done", review: true });
  });

  it("does not count while no question is open", () => {
    expect(understand("1")).not.toHaveProperty("answer");
    expect(understand("1").review).toBe(true);
  });

  it("does not hide an emergency that comes with it", () => {
    expect(understand("2 but I can't breathe", menu).tier).toBe("T1");
  });

  it("on a call is asked again, not read by a person, when the key means nothing", () => {
    const { answer, review } = understand("7", { ...menu, channel: "voice" });
    expect({ answer, review }).toEqual({ answer: undefined, review: false });
  });
});

describe("yes and no", () => {
  it.each([
    ["yes", "yes"],
    ["Sí", "yes"],
    ["si gracias", "yes"],
    ["Yes I did", "yes"],
    ["👍", "yes"],
    ["nope", "no"],
    ["no thank you", "no"],
  ])("%s answers a question of yes or no", (text, name) => {
    expect(understand(text, yesOrNo).answer).toBe(name);
  });

  it("are not sure together, and no answer to a menu", () => {
    expect(understand("yes and no", yesOrNo)).toMatchObject({ review: true });
    expect(understand("no", menu)).toMatchObject({ review: true });
  });

  it("never opt in", () => {
    for (const text of ["yes", "si", "YES", "Sí"]) {
      expect(understand(text).optIn).toBe(false);
    }
  });
});
