import { describe, expect, it } from "vitest";
import { disclosuresIn } from "#domain/campaign/content/dictionary";
import { flowLanguages, flowWords } from "#infra/voice/flow-words";
import { clinic, clinicWords, spokenPhone } from "#support/voice-flows";

describe.each(flowLanguages)("what flows say of their own in %s", (language) => {
  const words = clinicWords[language];

  it("tells nothing of anybody's care: it is said before anyone is known", () => {
    for (const sentence of Object.values(words)) expect(disclosuresIn(sentence)).toEqual([]);
  });

  it("gives the clinic's number wherever the call is over", () => {
    const { optedOut, callUs, callBack, thanks, notStopped, lastWords } = words;
    for (const sentence of [optedOut, callUs, callBack, thanks, notStopped, lastWords]) {
      expect(sentence).toContain(spokenPhone);
    }
  });

  it("leaves no gap where the clinic's name or number belongs", () => {
    for (const sentence of Object.values(words)) expect(sentence).not.toMatch(/[{}]/);
  });
});

describe("notices without words for a call", () => {
  it("are refused before anything is deployed, with what to write", () => {
    expect(() => flowWords(clinic, { en: {} })).toThrow('Write "opted-out" for calls');
  });
});
