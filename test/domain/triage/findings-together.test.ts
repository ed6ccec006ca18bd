import { describe, expect, it } from "vitest";
import { readingOf } from "#support/reading-of";

describe("two findings that are worse together", () => {
  it.each([
    ["pulse 125 and fever", "T1: pulse 125 | fever"],
    ["pulse 125 and side effects", "T1: pulse 125 | side effects"],
    ["pulso 125 y estoy mareado", "T1: pulso 125 | mareado"],
    ["pulso 125 y tengo fiebre", "T1: pulso 125 | fiebre"],
    ["my blood pressure is 185/115 and I have a headache", "T1: 185/115 | headache"],
    ["mi presión está en 185/115 y me duele la cabeza", "T1: 185/115 | duele la cabeza | duele"],
    ["my sugar is 65 and I am dizzy", "T1: sugar is 65 | dizzy"],
    ["my sugar is 65 and I am numb", "T1: sugar is 65 | numb"],
    ["my sugar is 65 y estoy confundido", "T1: sugar is 65 | confundido"],
    ["mi azúcar está en 65 y estoy mareado", "T1: azúcar está en 65 | mareado"],
    [
      "my sugar is 320 and I can't keep anything down",
      "T1: sugar is 320 | can't keep anything down",
    ],
    ["azúcar en 320, no retengo comida", "T1: azúcar en 320 | no retengo comida"],
    ["my sugar is 320 and blurry vision", "T1: sugar is 320 | blurry vision"],
    ["bp 78/45 and dizzy", "T1: 78/45 | dizzy"],
    ["bp 78/45 and fever", "T1: 78/45 | fever"],
  ])("are an emergency: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["my blood pressure is 185/115, no headache", "T2: 185/115"],
    [
      "my blood pressure was 185/115 last year and I have a headache",
      "T3 for a person: 185/115 | last year | headache",
    ],
    ["my sugar is 320", "T2: sugar is 320"],
    ["pulse 125", "T2: pulse 125"],
    ["no rash", "nothing: "],
    ["room 9, can't come", "T4: can't come"],
  ])("are none when one of them is denied, past or alone: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("a less urgent symptom", () => {
  it.each([
    ["swollen ankles", "T2: swollen ankles | swollen ankles | swollen"],
    [
      "my ankles were swollen last year",
      "T3 for a person: ankles were swollen | ankles were swollen | swollen | last year",
    ],
    ["what if my ankles swell", "T3 for a person: what if | ankles swell"],
    ["no swollen ankles", "nothing: "],
    ["my swollen ankles are gone since last year", "T3: swollen | last year"],
    ["fever last year", "T3: fever | last year"],
    ["what if I get a fever", "T3: what if | fever"],
    ["no fever", "nothing: "],
    ["no fever last year", "nothing: "],
    ["what if I can't afford it", "T4: what if | can't afford"],
  ])("goes down a tier when it might be or has been, and away when denied: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("violence at home", () => {
  it.each([
    ["my husband hits me", "T2 for a person: my husband | husband hits me | hits me"],
    ["my husband does not hit me", "T3 for a person: my husband | not | hit me"],
    [
      "what if my husband hits me",
      "T2 for a person: what if | my husband | husband hits me | hits me",
    ],
    ["he never hit me last year", "T3 for a person: never | hit me | last year"],
  ])("is for a person, however it is told: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("a manner of speaking", () => {
  it.each([
    [
      "laughing so hard I can't breathe",
      "T3 for a person: laughing so hard I can't breathe | hard I can't breathe | can't breathe",
    ],
    [
      "want to kill myself lol",
      "T0 for a person: want to kill myself | kill myself lol | kill myself",
    ],
    [
      "so boring, I wanted to die, chest pain",
      "T1 for a person: so boring, I wanted to die | wanted to die | chest pain | pain",
    ],
    [
      "this bill almost gave me a heart attack last year",
      "T3 for a person: bill almost gave me a heart attack | heart attack | last year",
    ],
    ["I'd rather die than pay that", "nothing for a person: rather die than | rather die"],
  ])("covers only the symptom inside it: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("a harmless phrase", () => {
  it.each([
    ["seizure medicine", "nothing: "],
    [
      "my son takes seizure medicine and had a seizure",
      "T1: my son | seizure medicine and had a seizure | seizure | seizure",
    ],
    [
      "I have to go to the funeral of a friend who died",
      "T4 for a person: funeral of a friend | funeral of a friend | friend who died | who died | who died",
    ],
  ])("hides the symptom inside it, and no other: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("somebody else", () => {
  it.each([
    ["My wife has fever. I have chest pain", "T1: My wife | fever | chest pain | pain"],
    ["my husband has chest pain", "T1: my husband | chest pain | pain"],
  ])("is pointed at in the same sentence only: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("the same words twice", () => {
  it.each([
    ["chest pain chest pain", "T1: chest pain | pain chest | pain | pain"],
    [
      "my ankles are swollen, my ankles are swollen",
      "T2: ankles are swollen | ankles are swollen | swollen, my ankles | swollen | ankles are swollen | swollen",
    ],
  ])("are two findings: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});
