import { describe, expect, it } from "vitest";
import { understand } from "#domain/reply/understand";

/** Worked cases that define the rules where prose could be read two ways. */
describe("worked cases of opting out", () => {
  it.each([
    "Stop.",
    "STOP!!!",
    "stop please",
    "opt out",
    "Revoke",
    "no mas",
    "stop texting me",
    "quit calling",
    "ALTO",
  ])("%s opts out", (text) => {
    expect(understand(text)).toMatchObject({ optOut: true, review: false });
  });

  it.each([
    "should I stop my metformin?",
    "I stopped taking it",
    "cancel my appt",
    "end of month",
    "can I cancel my appointment",
  ])("%s does not", (text) => {
    expect(understand(text).optOut).toBe(false);
  });

  it("STOP I have chest pain is both", () => {
    expect(understand("STOP I have chest pain")).toMatchObject({ optOut: true, tier: "T1" });
  });

  it("a bare CANCEL opts out, and a person makes sure of the visit", () => {
    expect(understand("CANCEL")).toMatchObject({ optOut: true, review: true });
  });
});

describe("worked cases of red flags", () => {
  it.each([
    ["I can't breathe", "T1"],
    ["my chest feels tight", "T1"],
    ["wont stop bleeding", "T1"],
    ["no puedo respirar", "T1"],
    ["no feeling in my left arm and face droops", "T1"],
    ["No fever but chest pain", "T1"],
    ["no chest pain", "T3"],
    ["denies shortness of breath", "T3"],
    ["I had a heart attack in 2015", "T2"],
    ["what if I get chest pain", "T2"],
    ["this bill almost gave me a heart attack", "T3"],
    ["I dont want to be here anymore", "T0"],
    ["want to dye", "T0"],
    ["quiero morirme", "T0"],
  ])("%s is %s", (text, tier) => {
    expect(understand(text).tier).toBe(tier);
  });

  it("a denied wish to die is never dropped: T0, and a person reads it", () => {
    expect(understand("I'm not suicidal")).toMatchObject({ tier: "T0", review: true });
  });

  it.each(["1", "5", "9"])("a lone %s is a choice and never a vital sign", (text) => {
    const question = { answers: { "1": "yes" } };
    expect(understand(text, { question })).not.toHaveProperty("tier");
  });
});
