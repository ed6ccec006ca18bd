import { describe, expect, it } from "vitest";
import { englishSyllables } from "#domain/campaign/syllables/english";

const known: Readonly<Record<string, readonly string[]>> = {
  "a silent e at the end": [
    "time 1",
    "care 1",
    "nurse 1",
    "please 1",
    "because 2",
    "medicine 3",
    "insurance 3",
    "vaccine 2",
  ],
  "an e that is spoken after a consonant and l": [
    "table 2",
    "people 2",
    "possible 3",
    "little 2",
    "vehicle 3",
    "tables 2",
    "schedule 2",
    "whole 1",
  ],
  "-ed after t and d, and silent elsewhere": [
    "needed 2",
    "tested 2",
    "wanted 2",
    "called 1",
    "missed 1",
    "closed 1",
    "handled 2",
    "filled 1",
    "used 1",
    "hundred 2",
    "need 1",
    "red 1",
  ],
  "-es after a hiss, and silent elsewhere": [
    "boxes 2",
    "changes 2",
    "nurses 2",
    "services 3",
    "times 1",
    "phones 1",
    "minutes 2",
    "yes 1",
    "diabetes 4",
    "series 2",
  ],
  "vowels that make one sound": [
    "house 1",
    "voice 1",
    "blood 1",
    "great 1",
    "friend 1",
    "fruit 1",
    "patient 2",
    "special 2",
    "vaccination 4",
    "physician 3",
    "anxious 2",
    "language 2",
    "question 2",
    "issue 2",
  ],
  "vowels that are spoken apart": [
    "diet 2",
    "quiet 2",
    "client 2",
    "science 2",
    "trial 2",
    "radio 3",
    "period 3",
    "media 3",
    "serious 3",
    "idea 3",
    "area 3",
    "create 2",
    "usual 3",
    "january 4",
    "evaluation 5",
    "anxiety 4",
    "experience 4",
    "earlier 3",
    "biopsy 3",
    "diagnosis 4",
    "anemia 4",
    "suicide 3",
    "museum 3",
    "immediately 5",
    "appreciate 4",
  ],
  "y as a vowel and as a consonant": [
    "you 1",
    "eye 1",
    "pharmacy 3",
    "beyond 2",
    "trying 2",
    "paying 2",
    "emergency 4",
    "hypertension 4",
  ],
  "-ing after a vowel": ["going 2", "doing 2", "seeing 2", "being 2"],
  "a silent e inside": [
    "safely 2",
    "careful 2",
    "carefully 3",
    "movement 2",
    "useful 2",
    "something 2",
    "element 3",
    "agreement 3",
  ],
  contractions: ["you're 1", "we'll 1", "don't 1", "isn't 2", "couldn't 2", "it's 1"],
  "words of medicine": [
    "refill 2",
    "mammogram 3",
    "colonoscopy 5",
    "cholesterol 4",
    "prescription 3",
    "laboratory 5",
    "adherence 3",
    "contraindicated 6",
    "cardiology 5",
  ],
};

describe("the syllables of an English word", () => {
  it.each(Object.entries(known))("with %s", (_, words) => {
    const counted = words.map((pair) => {
      const [word = ""] = pair.split(" ");
      return `${word} ${englishSyllables(word)}`;
    });
    expect(counted).toEqual(words);
  });

  it("are one at the least", () => {
    for (const word of ["", "hmm", "tv", "'"]) expect(englishSyllables(word)).toBe(1);
  });
});
