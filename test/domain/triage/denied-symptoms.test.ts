import { describe, expect, it } from "vitest";
import { readingOf } from "#support/reading-of";

describe("a denial before the symptom", () => {
  it.each([
    ["I don't really have any chest pain", "T3 for a person: don't | chest pain"],
    ["no sudden sharp left sided chest pain", "T3 for a person: no | chest pain"],
    ["no me duele el pecho", "T3 for a person: no | me duele el pecho | duele el pecho"],
    [
      "ni dolor de pecho ni falta de aire",
      "T3 for a person: ni | dolor de pecho ni falta de aire | dolor de pecho | ni | falta de aire",
    ],
    ["No fever, chest pain also", "T3 for a person: No | chest pain"],
    ["Negative for, chest pain, fever", "T3 for a person: Negative for | chest pain"],
    ["we do not see any signs of stroke", "T2 for a person: signs of | stroke"],
  ])("reaches over words that belong to it: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["no sudden severe sharp left sided chest pain", "T3 for a person: no | chest pain"],
    ["no sudden severe sharp left sided upper chest pain", "T1: chest pain | pain"],
  ])("reaches no further than five words: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["no hay la menor duda de un infarto", "T1: infarto"],
    ["no tengo duda de que es un infarto", "T1: infarto"],
    ["sin ninguna duda un infarto", "T1: infarto"],
    ["no fever today chest pain", "T1: chest pain | pain"],
    ["no fever not feeling good chest pain", "T1: chest pain | pain"],
    ["No fever and the chest pain is worse", "T1: chest pain | pain"],
    ["No fever and the chest pain comes back", "T1: chest pain | pain comes back | pain"],
    ["no ride chest pain", "T1: no ride | no ride | chest pain | pain"],
    ["No fever or chills. Chest pain since noon", "T1: Chest pain | pain"],
    ["no me llegó el papel dolor de pecho", "T1: dolor de pecho | dolor"],
    ["I don't have any problems with chest pain", "T1: chest pain | pain"],
  ])("ends where something else is told: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("a denial before a list", () => {
  it.each([
    ["no fever, cough, chest pain", "T3 for a person: no | chest pain"],
    ["no fever, chest pain, cough", "T3 for a person: no | chest pain"],
    ["no fever, chest pain or cough", "T3 for a person: no | chest pain"],
    ["no fever, and chest pain", "T3 for a person: no | chest pain"],
    ["denies smoking, drinking, chest pain", "T3 for a person: denies | chest pain"],
    [
      "no cough, severe sharp left sided lower chest pain, fever",
      "T3 for a person: no | chest pain",
    ],
    [
      "no cough or fever or chills or headache or rash or nausea or chest pain",
      "T3 for a person: no | fever or chills or headache or rash | chills or headache or rash | rash or nausea or chest | chest pain",
    ],
    [
      "no chest pain no shortness of breath",
      "T3 for a person: no | chest pain | no | shortness of breath",
    ],
  ])("reaches each item: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["no fever, chest pain is bad", "T1: chest pain"],
    ["She denies fever, chest pain is bad tonight", "T1: chest pain"],
    ["no smoking, drinking, chest pain", "T1: chest pain | pain"],
    ["No fever, just chest pain", "T1: chest pain | pain"],
    ["no, chest pain and fever", "T1: chest pain | pain | fever"],
    ["no, dolor de pecho", "T1: dolor de pecho | dolor"],
  ])("does not reach what is told after a comma: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("a symptom that holds its own no", () => {
  it.each([
    ["No coordina ni habla", "T1: No coordina ni habla"],
    ["It does not help, nor does my inhaler", "T1: not help, nor does my inhaler"],
    [
      "no me quita ni la pastillita debajo de la lengua",
      "T1: no me quita ni la pastillita debajo de la lengua",
    ],
    ["He does not breathe", "T1: not breathe"],
  ])("is not denied by it: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["My heart is not racing", "nothing: "],
    ["my chest does not hurt", "T3 for a person: chest does not hurt | not"],
  ])("is denied when the no stands between its words: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("never before", () => {
  it.each([
    [
      "I never had chest pain late at night before",
      "T3 for a person: never had | chest pain | before",
    ],
    ["I never had chest pain as a kid", "T3 for a person: never had | chest pain | as a kid"],
  ])("is a denial of one that was never had: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["I never had chest pain before", "T2 for a person: chest pain | pain | before"],
    [
      "I never had chest pain before he took that pill",
      "T1 for a person: never had | chest pain | pain | he took that pill",
    ],
    ["I have not had chest pain this bad", "T1: chest pain | pain"],
  ])("suggests that it is so now: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("a symptom that has gone", () => {
  it.each([
    ["chest pain is gone", "T3 for a person: chest pain | is gone"],
    [
      "chest pain went away and never came back",
      "T3 for a person: chest pain | pain went away and never came back | went away",
    ],
    [
      "chest pain went away and has not come back",
      "T3 for a person: chest pain | pain went away and has not come back | went away",
    ],
    ["chest pain went away, not back since", "T3 for a person: chest pain | went away"],
    ["chest pain went away, no return", "T3 for a person: chest pain | went away"],
    [
      "chest pain resolved, shortness of breath",
      "T1 for a person: chest pain | resolved | shortness of breath",
    ],
    ["chest pain: no", "T3 for a person: chest pain | no"],
  ])("is denied: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["chest pain went away and came back", "T1: chest pain | pain went away and came back | pain"],
    [
      "chest pain, shortness of breath gone",
      "T1 for a person: chest pain | pain | shortness of breath | gone",
    ],
    ["chest pain is not getting better, fever is gone", "T1: chest pain | pain"],
    [
      "chest pain not going away, fever resolved",
      "T1 for a person: chest pain | pain | not going away | resolved",
    ],
    ["chest pain but gone", "T1: chest pain | pain"],
    ["chest pain all day and all night it disappeared", "T1: chest pain | pain"],
  ])("is there when it came back or another one went: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["chest pain all day and all night disappeared", "T3 for a person: chest pain | disappeared"],
  ])("is denied from five words away: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("a question about a symptom", () => {
  it.each([
    ["Any chest pain at all today? No", "T3 for a person: chest pain | No"],
    ["chest pain? never had it", "T3 for a person: chest pain | never had"],
    ["chest pain? none at all", "T3 for a person: chest pain | none"],
    [
      "Trouble breathing? No. Chest pain? Yes",
      "T1 for a person: Trouble breathing | No | Chest pain | pain",
    ],
  ])("is answered by a short no: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["Chest pain? No thanks, I am fine today", "T1: Chest pain | pain"],
    ["Chest pain? Still there", "T1: Chest pain | pain"],
    ["Chest pain. No.", "T1: Chest pain | pain"],
    ["chest pain?", "T1: chest pain | pain"],
  ])("is not answered by a longer sentence, or by another word: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});
