import { describe, expect, it } from "vitest";
import { triage } from "#domain/triage/triage";

describe("an emergency in a patient's own words", () => {
  it.each([
    ["a heart out of step, and fear", "my heart is beating so fast and it scares me"],
    ["a heart out of step, and faintness", "pulse is jumping all over and I look like a ghost"],
    ["a heart device that fires", "my defibrillator shocked me twice"],
    ["fever, rash and headache", "fever, bad headache and a rash on my wrists and ankles"],
    ["fever in one without defences", "on chemo and running a fever of 101.6"],
    ["a burn", "hot grease on my arm, big blisters"],
    ["an animal", "the bull threw me and I'm getting whiter and whiter"],
    ["half a body", "my whole left side is like rubber"],
    ["words that make no sense", "couldn't read the clock, letters made no sense"],
    ["a wound that opens", "my incision popped open and I can see insides"],
    ["a dose taken twice", "took my blood thinner twice by mistake"],
    ["a fume", "the car was left running in the garage and dad is confused"],
    ["an airway", "his trach is plugged"],
    ["a hernia", "the hernia is stuck out, hard and purple, can't push it in"],
    ["a near drowning", "she fell in the pool and now she's coughing and sleepy"],
    ["a heat stroke", "out in the heat all day, stopped sweating and talking crazy"],
    ["a skin turned blue", "he's turning the color of a plum"],
    ["a nail", "the nail gun went into his chest"],
    ["a number on a finger", "the clip on my finger says 82"],
  ])("%s: %s", (_, text) => {
    expect(triage(text, "en").tier).toBe("T1");
  });

  it.each([
    ["el corazón", "el corazón me brinca y estoy sudando frío"],
    ["el aparato", "el marcapasos me está dando descargas"],
    ["media cara", "se me durmió media cara"],
    ["los labios", "tiene los labios morados"],
    ["una quemadura", "se le volteó la olla de caldo encima"],
    ["un animal", "lo pateó la mula"],
    ["una mollera", "el bebé con fiebre y la mollera abombada"],
    ["un desmayo", "cayó tieso y no contesta"],
    ["mal escrito", "me levanto aogandome"],
  ])("%s: %s", (_, text) => {
    expect(triage(text, "es").tier).toBe("T1");
  });

  it.each([
    "my chest does not hurt any more",
    "the burn is healed and no blisters",
    "they took me off the blood thinner",
    "testículos sin dolor",
  ])("%s is none", (text) => {
    expect(triage(text).tier).not.toBe("T1");
  });
});
