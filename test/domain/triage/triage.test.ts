import { describe, expect, it } from "vitest";
import { raiseOnly } from "#domain/triage/raise-only";
import { triage } from "#domain/triage/triage";

const tierOf = (text: string) => triage(text).tier;

describe("a plain emergency", () => {
  it.each([
    "I can't breathe",
    "i cant breathe",
    "i can t breathe",
    "my chest feels tight",
    "wont stop bleeding",
    "no feeling in my left arm and face droops",
    "No fever but chest pain",
    "crushing pain in my chest since breakfast",
    "there is an elephant sitting on my chest",
    "im struggling to breathe",
    "He wont wake up",
    "slurred speech for an hour",
    "throat closing after the new pill",
    "I took too many of my heart pills",
    "my dad is having a seizure",
    "I'm pregnant and bleeding a lot",
    "fever and a stiff neck",
    "I hit my head and I take warfarin",
    "no puedo respirar",
    "me duele mucho el pecho",
    "tiene la boca torcida y no puede hablar",
    "mi mamá no despierta",
    "se me hinchó la lengua",
    "tome demasiadas pastillas",
  ])("%s is T1", (text) => {
    expect(tierOf(text)).toBe("T1");
  });

  it.each([
    "I dont want to be here anymore",
    "want to dye",
    "I wish I was dead",
    "better off without me",
    "I can't go on",
    "I have a gun and might use it on myself",
    "afraid I will hurt my baby",
    "quiero morirme",
    "pienso en quitarme la vida",
  ])("%s is T0", (text) => {
    expect(tierOf(text)).toBe("T0");
  });

  it("is seen through misspelling", () => {
    expect(tierOf("i cant breahte")).toBe("T1");
    expect(tierOf("cheast pain")).toBe("T1");
    expect(tierOf("having a stroek")).toBe("T1");
    expect(tierOf("suicde")).toBe("T0");
  });

  it("is seen when it happens to someone else", () => {
    const { tier, spans } = triage("My husband has chest pain");
    expect(tier).toBe("T1");
    expect(spans.map((span) => span.rule)).toContain("experiencer");
  });
});

describe("a denied emergency goes to a nurse, without an emergency text", () => {
  it.each([
    "no chest pain",
    "denies shortness of breath",
    "denies chest pain, shortness of breath, or fainting",
    "I do not have any chest pain or shortness of breath",
    "No fever, chest pain, or trouble breathing",
    "my chest does not hurt",
    "my chest pain went away",
    "breathing without difficulty",
    "doctor ruled out a heart attack",
    "nunca me desmayo",
    "no tengo dolor de pecho",
    "ya no tengo falta de aire",
    "se me quitó el dolor de pecho",
    "sin dolor de pecho",
    "she denied headache, neck ache, new rash, or passing out",
  ])("%s", (text) => {
    const { tier, review } = triage(text);
    expect({ tier, review }).toEqual({ tier: "T3", review: true });
  });
});

describe("a denial that belongs to something else denies nothing", () => {
  it.each([
    "no, chest pain",
    "No I have chest pain",
    "I don't have a ride and my chest hurts",
    "I did not sleep, chest pain all night",
    "I do not feel good chest pain",
    "No appointment needed, chest pain is back",
    "my chest pain is not going away",
    "not only chest pain but also sweating",
    "I have never felt pain in my chest like this",
    "no me siento bien tengo dolor de pecho",
    "Ya no aguanto el dolor en el pecho",
    "im fine except for the chest pain",
  ])("%s is T1", (text) => {
    expect(tierOf(text)).toBe("T1");
  });
});

describe("a past or supposed emergency is looked at the same day", () => {
  it.each([
    "I had a heart attack in 2015",
    "had a stroke two years ago",
    "I used to have seizures",
    "my mother died of a stroke",
    "tuve un infarto hace dos años",
    "what if I get chest pain",
    "Can this medicine cause shortness of breath?",
    "worried about having a heart attack",
    "call us if you notice fainting, sweating, or chest pain",
    "qué hago si me falta el aire",
    "Go to the clinic for any chest pain",
    "family history of heart attack",
    "puede causar dolor de pecho?",
  ])("%s is T2", (text) => {
    const { tier, review } = triage(text);
    expect({ tier, review }).toEqual({ tier: "T2", review: true });
  });

  it.each([
    "my chest hurts if I walk",
    "if I climb stairs my chest hurts",
    "I don't know if it's a heart attack but my chest hurts",
    "worried about my chest pain",
    "sí, me duele el pecho",
    "si, tengo dolor en el pecho",
    "I had a heart attack in 2015 and now it is chest pain again",
  ])("%s is now, so T1", (text) => {
    expect(tierOf(text)).toBe("T1");
  });
});

describe("harm to oneself", () => {
  it("is never dropped by a denial", () => {
    expect(triage("I'm not suicidal")).toMatchObject({ tier: "T0", review: true });
    expect(triage("I do not want to die")).toMatchObject({ tier: "T0", review: true });
  });

  it("as a manner of speaking is read by a person and gets no text", () => {
    for (const text of ["I'd rather die than pay that", "I cut myself shaving"]) {
      const { tier, review } = triage(text);
      expect({ text, tier, review }).toEqual({ text, tier: undefined, review: true });
    }
  });

  it.each(["I want to dye my hair", "I can't go on Monday", "I am dying to see you"])(
    "is not in: %s",
    (text) => {
      expect(triage(text)).toMatchObject({ review: false });
      expect(tierOf(text)).toBeUndefined();
    },
  );
});

describe("a manner of speaking", () => {
  it.each([
    "this bill almost gave me a heart attack",
    "laughing so hard I can't breathe",
    "almost had a heart attack when I saw the price",
  ])("%s is T3", (text) => {
    expect(triage(text)).toMatchObject({ tier: "T3", review: true });
  });

  it.each([
    "flu shot",
    "see you in the fall",
    "can't talk right now",
    "no puedo hablar ahora",
    "my phone is dead",
    "labor day is fine",
    "chest xray is scheduled",
  ])("%s is nothing", (text) => {
    expect(triage(text)).toEqual({ review: false, spans: [] });
  });
});

describe("less urgent words", () => {
  it.each([
    ["swollen ankles since the weekend", "T2"],
    ["I ran out of insulin", "T2"],
    ["my husband hits me", "T2"],
    ["should I stop my metformin?", "T3"],
    ["I stopped taking it", "T3"],
    ["the pill makes me dizzy", "T3"],
    ["me siento mal con la pastilla", "T3"],
    ["I can't afford it", "T4"],
    ["no ride to the clinic", "T4"],
    ["I want to talk to a person", "T4"],
    ["quiero cambiar mi cita", "T4"],
    ["he passed away last month", "T4"],
  ])("%s is %s", (text, tier) => {
    expect(tierOf(text)).toBe(tier);
  });

  it("names a death and violence at home for a person to read", () => {
    expect(triage("mi esposo falleció").review).toBe(true);
    expect(triage("I am scared of my boyfriend").review).toBe(true);
  });
});

describe("an explanation", () => {
  it("points into the text as it came", () => {
    const text = "👋 Hi —  NO chest pain";
    const { spans } = triage(text);
    expect(spans.map(({ start, end, rule }) => [rule, text.slice(start, end)])).toEqual([
      ["negation", "NO"],
      ["T1/chest", "chest pain"],
    ]);
  });
});

describe("a model's opinion", () => {
  const tiers = [undefined, "T4", "T3", "T2", "T1", "T0"] as const;

  it("can raise a tier and never lower it", () => {
    for (const byRules of tiers) {
      for (const byModel of tiers) {
        const raised = raiseOnly(byRules, byModel);
        expect(tiers.indexOf(raised)).toBe(
          Math.max(tiers.indexOf(byRules), tiers.indexOf(byModel)),
        );
      }
    }
  });
});
