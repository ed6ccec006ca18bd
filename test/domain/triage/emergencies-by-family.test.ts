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
    ["a weight", "feels like somebody standing on my chest"],
    ["a clinician's word", "CT shows a pulmonary embolus"],
    ["a clinician's hour", "dysarthria since waking, last seen well at 0645"],
    ["a defibrillator", "his defib keeps going off"],
    ["a bottle", "we found her next to an open bottle of bleach, drowsy"],
    ["tablets more", "I took five extra diltiazem"],
    ["what came back", "chest pain went away but came back"],
    ["what is back", "The chest pain went away. It is back"],
    ["after a shot", "my chest hurts after the vaccine"],
    ["pills besides", "I took aspirin and I am coughing up blood"],
    ["the wrong pen", "took my lantus dose with the fast acting one"],
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
    ["junto", "nopuedo respirar"],
    ["sin medicina", "no me llegó la medicina y tengo dolor de pecho"],
    ["una muela", "me sacaron una muela y sale mucha sangre"],
    ["quien no despierta", "mi vecina diabética no se puede despertar"],
    ["la insulina", "se pasó de insulina y no reacciona"],
    ["la boca", "amaneció con la boca chueca"],
    ["un niño", "mi nieta se tragó las pastillas"],
    ["después del parto", "di a luz hace cinco días y sangro con coágulos"],
  ])("%s: %s", (_, text) => {
    expect(triage(text, "es").tier).toBe("T1");
  });

  it.each([
    "my chest does not hurt any more",
    "the burn is healed and no blisters",
    "they took me off the blood thinner",
    "testículos sin dolor",
    "the chest pain went away and has not come back",
    "se me acabó la medicina del corazón",
    "me duele la espalda baja de tanto cargar",
    "los puntos se ven muy bien",
    "no tuvo convulsiones con la fiebre",
    "it burns like fire when I pee",
    "troponin negative on three draws",
    "no free air or signs of obstruction",
  ])("%s is none", (text) => {
    expect(triage(text).tier).not.toBe("T1");
  });
});
