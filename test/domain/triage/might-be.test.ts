import { describe, expect, it } from "vitest";
import { triage } from "#domain/triage/triage";

const tierOf = (text: string, language = "en") => triage(text, language).tier;

describe("a question about what might be", () => {
  it.each([
    "Can coffee give a person a heart attack?",
    "What are the signs of a stroke",
    "are seizures a risk with this drug? I have not started it",
    "Does the shot cause anaphylaxis",
  ])("%s is read by a person and no emergency", (text) => {
    const { tier, review } = triage(text, "en");
    expect(tier).not.toBe("T1");
    expect(review).toBe(true);
  });

  it.each([
    "Can somebody call me, I can't breathe",
    "is it normal that my chest hurts this bad",
    "what are the signs of a stroke? my arm went numb and I can't talk",
    "should I worry, I have crushing chest pain right now",
    "won't stop bleeding",
  ])("%s tells of one as well, and is an emergency", (text) => {
    expect(tierOf(text)).toBe("T1");
  });
});

describe("something that is long over", () => {
  it.each([
    "had a seizure in kindergarten and never again",
    "I passed out once when I was eleven",
    "both my uncles had strokes",
    "Appendix burst. That was in college",
    "coughed up blood when I had TB as a young man",
    "short of breath all last winter, then the pump fixed it",
    "I was in DKA when they first found it",
  ])("%s is no emergency now", (text) => {
    expect(tierOf(text)).toBe("T2");
  });

  it.each(["se desmayó en la primaria", "mis abuelos padecieron infartos", "me desmayé en marzo"])(
    "%s is none in Spanish either",
    (text) => {
      expect(tierOf(text, "es")).toBe("T2");
    },
  );

  it("is an emergency when it is so again", () => {
    expect(tierOf("had a seizure in college and again this morning")).toBe("T1");
  });
});

describe("an answer of no", () => {
  it.each(["Chest pain? No.", "stroke symptoms? none", "chest pain: no. trouble breathing: no."])(
    "%s denies what was asked",
    (text) => {
      expect(tierOf(text)).toBe("T3");
    },
  );

  it("denies nothing when more is said", () => {
    expect(tierOf("chest pain? no but I can't breathe")).toBe("T1");
  });
});

describe("a question about what is happening", () => {
  it.each([
    "my oxygen is 84 is that ok",
    "is 84 oxygen ok",
    "should I take another nitro, the chest pain isn't going away",
    "do I need the ER, coughing up blood",
    "how long should I wait, my face went numb 20 minutes ago",
    "I had a heart attack in 2014 and this feels the same, pressure in my chest",
    "I keep having chest pain",
    "my dad used to have seizures and now he's having one again",
    "with my first I was fine, now I'm bleeding heavy at 20 weeks",
  ])("%s is an emergency", (text) => {
    expect(tierOf(text)).toBe("T1");
  });

  it.each([
    "puede venir alguien, no puedo respirar",
    "me preocupa mi hijo, está convulsionando",
    "en la escuela de mi hija se desmayó y no despierta",
  ])("%s is one too", (text) => {
    expect(tierOf(text, "es")).toBe("T1");
  });
});
