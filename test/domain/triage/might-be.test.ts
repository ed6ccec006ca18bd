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
  ])("%s is no emergency now", (text) => {
    expect(tierOf(text)).toBe("T2");
  });

  it.each(["se desmayó en la primaria", "mis abuelos padecieron infartos"])(
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
