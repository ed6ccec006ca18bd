import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { raiseOnly } from "#domain/triage/raise-only";
import { triage } from "#domain/triage/triage";

const emergencies = [
  "my chest feels like somebody parked a truck on it",
  "hubby cant catch his breath lips look kinda blue",
  "moms talking gibberish and one side of her mouth is hanging",
  "grandma is unresponsive what do i do",
  "my poop is black like tar",
  "i swallowed like 30 tylenol",
  "thinking about hurting myself",
  "me aprieta el pecho",
  "estoy sangrando mucho y no para",
  "wife is convulsing",
  "i havent felt the baby move all day",
  "i cant feel my right side",
  "breathing is getting harder and harder",
  "chest tightness for 3 days",
  "think my dad had a heart attack just now",
  "he drank bleach",
  "my oxygen is at 84",
  "my stomach is hard as a rock and hurts like hell",
  "creo que es un derrame",
  "hi um my chest is hurting really bad and its going down my arm what should i do",
  "wifes having bad chest pains hurry",
  "i feel like im breathing thru a straw",
  "husbands breathing sounds like gurgling",
  "c/o left sided weakness and slurred speech onset 20 min ago",
  "his speech sounds drunk but he hasnt had a drop",
  "everything went dark and i hit the floor",
  "hes shaking all over and eyes rolled back",
  "there is blood in my stool and its a lot",
  "i used my epipen",
  "i overdosed",
  "i keep thinking about driving my car off a bridge",
  "im going to end my life tonight",
  "me duele el pecho y el brazo izquierdo",
  "tengo la garganta cerrada no puedo tragar",
  "i been having chest pains on and off all week",
  "contractions every 5 minutes at 30 weeks",
  "i fell off a ladder and cant feel my legs",
  "911",
  "my chest is real tight",
  "shortness of breath all day",
  "my breathing is labored",
  "my husband slumped over and wont talk",
  "i had a seizure today",
  "i cut myself bad and it wont stop bleeding",
  "throat is closing up",
  "took too much insulin",
  "i dont want to be alive",
  "baby isnt moving",
  "no puedo respirar",
  "quiero morir",
  "tightness in chest radiating to jaw, diaphoretic",
  "c/o crushing substernal CP 9/10",
];

const softened = [
  "no chest pain or anything like that",
  "havent fainted since we changed the dose",
  "negative for stroke symptoms",
  "no hx of stroke",
  "had a mini stroke back in 2019",
  "family hx of heart attacks",
  "will this medicine make me pass out",
  "what if i bleed too much",
  "im scared of having a stroke",
  "id rather die than eat kale",
  "that movie was killer",
  "mi abuela murio de un derrame",
  "no sangro",
  "i didnt faint i just tripped",
  "no dizziness no fainting no chest pain",
  "no issues breathing",
  "no chest pain today",
  "i dont have any trouble breathing",
  "if i get chest pain should i stop the pill",
  "my dad had a stroke in 2009",
  "my mother died of a heart attack",
  "traffic was so bad i wanted to die lol",
  "no longer short of breath",
  "no me falta el aire",
  "is fainting a side effect",
  "never passed out",
  "no swelling in throat or tongue",
  "my brother had a seizure when he was 5",
  "im not bleeding",
  "puede causar sangrado?",
];

describe("an emergency in a patient's own words", () => {
  it.each(emergencies)("is heard: %s", (text) => {
    expect(["T0", "T1"]).toContain(triage(text).tier);
  });

  it("is heard however it is written", () => {
    const written = fc.record({
      text: fc.constantFrom(...emergencies),
      upper: fc.boolean(),
      ending: fc.constantFrom("", "!!!", " 😭", "...", " please", " help me"),
      opening: fc.constantFrom("", "hi ", "Hello, ", "ok so "),
    });
    fc.assert(
      fc.property(written, ({ text, upper, ending, opening }) => {
        const said = `${opening}${upper ? text.toUpperCase() : text}${ending}`;
        expect(["T0", "T1"]).toContain(triage(said).tier);
      }),
      { numRuns: 200 },
    );
  });
});

describe("an emergency that is denied, past, feared or a manner of speaking", () => {
  it.each(softened)("raises no alarm: %s", (text) => {
    expect(triage(text).tier).not.toBe("T1");
  });
});

describe("a model's opinion", () => {
  const tiers = ["T0", "T1", "T2", "T3", "T4", undefined] as const;

  it("raises a tier and never lowers one", () => {
    fc.assert(
      fc.property(fc.constantFrom(...tiers), fc.constantFrom(...tiers), (rules, model) => {
        const urgency = (tier: (typeof tiers)[number]) => tiers.indexOf(tier);
        expect(urgency(raiseOnly(rules, model))).toBeLessThanOrEqual(urgency(rules));
      }),
    );
  });
});
