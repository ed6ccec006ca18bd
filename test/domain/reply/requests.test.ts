import { describe, expect, it } from "vitest";
import { understand } from "#domain/reply/understand";

describe("a wish for a person", () => {
  it.each([
    "can somebody call me",
    "I want to talk to a nurse",
    "operator",
    "agent please",
    "is this a robot?",
    "quiero hablar con alguien",
    "AGENTE",
    "me puede llamar una enfermera",
    "please give me a call after 5",
  ])("%s", (text) => {
    expect(understand(text)).toMatchObject({ wantsPerson: true, tier: "T4", review: false });
  });

  it("is a 0 on a call, and only there", () => {
    expect(understand("0", { channel: "voice" })).toMatchObject({ wantsPerson: true, tier: "T4" });
    expect(understand("0").wantsPerson).toBe(false);
  });

  it.each([
    "don't call me",
    "the nurse called me yesterday",
    "my call dropped",
    "I do not want to talk to a nurse",
  ])("is none: %s", (text) => {
    expect(understand(text).wantsPerson).toBe(false);
  });
});

describe("a wrong number", () => {
  it("is heard however it is put, and a STOP beside it as well", () => {
    for (const text of ["you have the wrong number", "you've got the wrong number"]) {
      expect(understand(text)).toMatchObject({ wrongNumber: true, optOut: false });
    }
    expect(understand("please stop, wrong number")).toMatchObject({
      wrongNumber: true,
      optOut: true,
    });
  });

  it("is none when somebody else has the wrong one for the patient", () => {
    expect(understand("the pharmacy has the wrong number for me").wrongNumber).toBe(false);
  });
});

describe("a wish for a language", () => {
  it.each([
    ["ESPAÑOL", "es"],
    ["in Spanish please", "es"],
    ["no hablo inglés", "es"],
    ["English", "en"],
    ["I don't speak Spanish", "en"],
    ["hablo mandarín", "zh"],
    ["I only speak Vietnamese", "vi"],
    ["necesito intérprete de mixteco", "mix"],
    ["tagalog", "tl"],
    ["Haitian Creole please", "ht"],
  ])("%s", (text, language) => {
    expect(understand(text)).toMatchObject({ language, tier: "T4" });
  });

  it("that names only what is not spoken goes to a person", () => {
    const { language, tier } = understand("I don't understand English");
    expect({ language, tier }).toEqual({ language: undefined, tier: "T4" });
  });

  it("is none when a language is only talked about", () => {
    expect(understand("I had Chinese food before the test")).not.toHaveProperty("language");
  });
});

describe("reserved words that are the whole message", () => {
  it.each(["KEEP", "keep please", "Mantener", "seguir"])("%s keeps the other programs", (text) => {
    expect(understand(text)).toMatchObject({ keep: true, optOut: false, review: false });
  });

  it("keep nothing inside a sentence", () => {
    expect(understand("should I keep taking it").keep).toBe(false);
  });

  it.each(["YES", "Si", "sí"])("%s never opts in", (text) => {
    expect(understand(text).optIn).toBe(false);
  });
});

describe("what stands in the way", () => {
  it.each([
    ["I can't afford it", ["cost"]],
    ["está muy caro", ["cost"]],
    ["it makes me dizzy", ["side-effects"]],
    ["me da mareo", ["side-effects"]],
    ["I keep forgetting", ["forgot"]],
    ["se me olvidó", ["forgot"]],
    ["I feel fine without it", ["feels-well"]],
    ["me siento bien", ["feels-well"]],
    ["I'm scared of the test", ["afraid"]],
    ["me da miedo", ["afraid"]],
    ["my doctor told me to stop", ["told-to-stop"]],
    ["el doctor me la quitó", ["told-to-stop"]],
    ["no refills left", ["no-refills-left"]],
    ["pharmacy is out of stock", ["out-of-stock"]],
    ["la farmacia no la tiene", ["out-of-stock"]],
    ["I use a different pharmacy now", ["other-pharmacy"]],
    ["I have no ride", ["no-ride"]],
    ["no tengo quien me lleve", ["no-ride"]],
    ["no time, too busy", ["no-time"]],
    ["I still have plenty", ["has-enough"]],
    ["todavía tengo pastillas", ["has-enough"]],
    ["no ride and it's too expensive", ["no-ride", "cost"]],
  ])("%s", (text, reasons) => {
    expect(understand(text).reasons).toEqual(reasons);
  });
});

describe("a death", () => {
  it.each([
    "he passed away in March",
    "my husband died last week",
    "this patient is deceased",
    "Mi esposo falleció",
    "mi mamá murió en enero",
  ])("stops everything: %s", (text) => {
    expect(understand(text)).toMatchObject({ isDeath: true, tier: "T4", review: true });
  });

  it.each([
    "my mother died of this",
    "my dad died of a heart attack years ago",
    "mi abuela murió de cáncer",
  ])("of somebody else, told as a reason, is read by a person: %s", (text) => {
    expect(understand(text)).toMatchObject({ isDeath: false, review: true });
  });

  it.each(["my phone died", "the battery is dead", "this heat, I nearly died lol", "dead tired"])(
    "is none: %s",
    (text) => {
      expect(understand(text).isDeath).toBe(false);
    },
  );
});

describe("violence at home", () => {
  it.each([
    "my husband hits me",
    "I'm scared of my boyfriend",
    "he reads my phone",
    "mi esposo me pega",
    "tengo miedo de mi pareja",
  ])("%s", (text) => {
    expect(understand(text)).toMatchObject({ isViolence: true, tier: "T2", review: true });
  });

  it("is none when a bill hits hard", () => {
    expect(understand("that bill hit me hard").isViolence).toBe(false);
  });
});
