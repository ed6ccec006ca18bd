import { describe, expect, it } from "vitest";
import { readingOf } from "#support/reading-of";

describe("an if", () => {
  it.each([
    [
      "if the new pill from the pharmacy on Main Street gives me chest pain",
      "T2 for a person: if | new pill | chest pain | pain",
    ],
    [
      "what if I get a fever, a cough, or chest pain",
      "T2 for a person: what if | fever, a cough | fever | cough | chest pain | pain",
    ],
    ["if she says he has chest pain", "T2 for a person: if | chest pain | pain"],
    ["If I think I am having chest pain", "T2 for a person: If | chest pain | pain"],
    ["call 911 for chest pain", "T2 for a person: call 911 for | call 911 | chest pain | pain"],
    ["if I get dizzy, fainting", "T2 for a person: if | dizzy | fainting"],
    [
      "dígame si me duele el pecho",
      "T2 for a person: si | me duele el pecho | duele el pecho | duele",
      "es",
    ],
  ])("makes what follows a thing that might be: %s", (text, reading, language = "") => {
    expect(readingOf(text, language)).toBe(reading);
  });

  it.each([
    ["if it rains, chest pain", "T1: if | chest pain | pain"],
    ["if I climb the stairs I get chest pain", "T1: chest pain | pain"],
    ["if I get dizzy, I faint", "T1: if | dizzy | faint"],
    ["if they tell us he has chest pain", "T1: chest pain | pain"],
    ["call if but chest pain", "T1: chest pain | pain"],
  ])("supposes nothing of a new clause or a new subject: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    [
      "if anyone there ever again gets really bad sudden chest pain",
      "T2 for a person: if | chest pain | pain",
    ],
    [
      "if anyone over there ever again gets really bad sudden chest pain",
      "T2 for a person: if | chest pain | pain",
    ],
    [
      "if anyone in the house over there ever again gets really bad sudden chest pain",
      "T1: chest pain | pain",
    ],
  ])("reaches nine words: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("the Spanish si", () => {
  it.each([
    [
      "si me duele el pecho qué hago",
      "T2 for a person: si | me duele el pecho | duele el pecho | duele",
      "es",
    ],
    ["si me desmayo quién me ayuda", "T2 for a person: si | desmayo", "es"],
    [
      "si me duele el pecho?",
      "T2 for a person: si | me duele el pecho | duele el pecho | duele",
      "es",
    ],
    ["si mi esposo me pega a quién llamo", "T2 for a person: si | mi esposo | me pega"],
  ])("is an if where the sentence asks: %s", (text, reading, language = "") => {
    expect(readingOf(text, language)).toBe(reading);
  });

  it.each([
    ["si me duele el pecho", "T1: me duele el pecho | duele el pecho | duele", "es"],
    ["si me desmayo. Quién me ayuda", "T1: desmayo", "es"],
    ["sí me duele el pecho qué hago", "T1: me duele el pecho | duele el pecho | duele", "es"],
    ["si, me duele el pecho?", "T1: me duele el pecho | duele el pecho | duele", "es"],
    ["si me duele el pecho?", "T1: me duele el pecho | duele el pecho | duele", "en-US"],
    ["si me desmayo quién me ayuda", "T1: desmayo", "en"],
  ])("is a yes where it does not, or where English is read: %s", (text, reading, language = "") => {
    expect(readingOf(text, language)).toBe(reading);
  });
});

describe("a risk or a worry", () => {
  it.each([
    [
      "risk of heart attack, stroke, or seizure",
      "T2 for a person: risk of | heart attack | stroke | seizure",
    ],
    [
      "is there a risk of new or increased abdominal pain, chest pain",
      "T2 for a person: is there a risk | risk of | pain, chest | pain | pain",
    ],
    ["worried about tests, and a stroke", "T2 for a person: worried about | stroke"],
    [
      "risk of a new or a worse or a sudden or a severe or an increasing or worsening stroke",
      "T2 for a person: risk of | stroke",
    ],
    ["risk of heart attack or stroke", "T2 for a person: risk of | heart attack | stroke"],
  ])("reaches over a list: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["worried about my stroke", "T1: stroke"],
    ["worried about tests, a stroke", "T1: stroke"],
    [
      "worried about a stroke, I have chest pain",
      "T1 for a person: worried about | stroke | chest pain | pain",
    ],
    [
      "worried about fever, my usual headaches, chest pain",
      "T1: worried about | fever | headaches | chest pain | pain",
    ],
    [
      "risk of a new and much worse and more sudden and more severe heart attack",
      "T1: heart attack",
    ],
    [
      "if one of the pills makes my stomach hurt and then gives chest pain",
      "T1: if | makes my stomach | stomach hurt and then gives | stomach hurt | hurt | chest pain | pain",
    ],
  ])("ends at one's own symptom and at other things: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("a question", () => {
  it.each([
    ["how long does chest pain last", "T2 for a person: how long does | chest pain | pain"],
    ["Can stairs give someone a heart attack", "T2 for a person: Can stairs give | heart attack"],
    ["is fainting a side effect", "T2 for a person: fainting | a side effect | side effect"],
    ["Hi. Is fainting a side effect", "T2 for a person: fainting | a side effect | side effect"],
    ["fainting someday", "T2 for a person: fainting | someday"],
  ])("about what might be tells of nothing: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    [
      "How long does chest pain last, I have chest pain",
      "T1: chest pain | pain | chest pain | pain",
    ],
    ["How long does chest pain last now", "T1: chest pain | pain"],
    ["can stairs do this, my chest hurts", "T1: chest hurts | hurts"],
    [
      "can stairs give someone a heart attack. My chest hurts",
      "T1 for a person: can stairs give | heart attack | chest hurts | hurts",
    ],
    ["chest pain, how long does it last", "T1: chest pain | pain"],
    ["do I need the ER, coughing up blood", "T1: coughing up blood | coughing"],
    ["hello is fainting a side effect", "T1: fainting | side effect"],
    ["my fainting is a side effect", "T1: fainting | side effect"],
  ])("tells of something when it says so: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("a very long list", () => {
  it("is supposed as far as forty words", () => {
    const list = (items: number) => `what if I get ${"fever or ".repeat(items)}chest pain`;
    expect(readingOf(list(18))).toMatch(/^T2 for a person: what if/);
    expect(readingOf(list(21))).toMatch(/^T1: what if/);
  });
});
