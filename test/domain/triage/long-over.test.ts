import { describe, expect, it } from "vitest";
import { readingOf } from "#support/reading-of";

describe("a word about time before the symptom", () => {
  it.each([
    ["two years ago I had a stroke, today I feel fine", "T2 for a person: two years ago | stroke"],
    ["when I was 19 I had a seizure", "T2 for a person: when I was 19 | seizure"],
    ["since 2019 chest pain", "T2 for a person: since 2019 | chest pain | pain"],
    ["in 2015 I had a stroke", "T2 for a person: in 2015 | stroke"],
    ["since my stroke", "T2 for a person: since my | stroke"],
    ["I have a history of stroke", "T2 for a person: history of | stroke"],
    ["tengo antecedentes de infarto", "T2 for a person: antecedentes de | infarto", "es"],
    [
      "my mother died last year",
      "T4 for a person: my mother | mother died | mother died | died last year",
    ],
    ["died of a stroke last year", "T2 for a person: died of | stroke | last year"],
    ["cuando tenía 19 me desmayé", "T2 for a person: cuando tenía | desmayé", "es"],
    ["aged 19 had a seizure", "T2 for a person: aged 19 | seizure"],
  ])("tells that it is over: %s", (text, reading, language = "") => {
    expect(readingOf(text, language)).toBe(reading);
  });

  it.each([
    [
      "well I went there in june with big bad old chest pain",
      "T2 for a person: in june | chest pain | pain",
    ],
    [
      "we all went up there last year to see big lake chest pain",
      "T2 for a person: last year | chest pain | pain",
    ],
    ["we drove up there last year to see the big blue lake chest pain", "T1: chest pain | pain"],
    [
      "I used to play a lot of ball out in the park chest pain",
      "T2 for a person: used to | ball out in the park chest pain | chest pain | pain",
    ],
    ["up at the lake house last summer with all of my kids I had a stroke", "T1: stroke"],
    [
      "well I went there in 2015 with some big bad old sharp chest pain",
      "T2 for a person: in 2015 | sharp chest | pain",
    ],
  ])("reaches six words, or the sentence that it opens: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["history of asthma and I cannot breathe", "T1: cannot breathe"],
    ["at 84 chest pain", "T1: chest pain | pain"],
    ["in 215 stroke", "T1: stroke"],
    ["at 20150 chest pain", "T1: chest pain | pain"],
    ["since b12 chest pain", "T1: chest pain | pain"],
  ])("is no number that is not a year or an age: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["last year was fine but stroke", "T1: stroke"],
    [
      "last year I had chest pain. Today I feel fine",
      "T2 for a person: last year | chest pain | pain",
    ],
    ["died of a stroke. last year", "T2 for a person: died of | died of | stroke"],
  ])("is not told of another sentence or clause: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("a word about time after the symptom", () => {
  it.each([
    ["chest pain at 19", "T2 for a person: chest pain | pain | at 19"],
    ["a stroke in 1998", "T2 for a person: stroke | in 1998"],
    [
      "chest pain that was so very bad and came in 2015",
      "T2 for a person: chest pain | pain | in 2015",
    ],
    ["chest pain at home one day in 2015", "T2 for a person: chest pain | pain | in 2015"],
    [
      "today chest pain last year stroke",
      "T2 for a person: chest pain | pain | last year | stroke",
    ],
    [
      "two years ago chest pain two years ago",
      "T2 for a person: two years ago | chest pain | pain | two years ago",
    ],
    ["me desmayé hace 3 años", "T2 for a person: desmayé | hace 3 años", "es"],
    ["me desmayé cuando tenía 19", "T2 for a person: desmayé | cuando tenía", "es"],
    ["fainted at age 19", "T2 for a person: fainted | age 19"],
  ])("tells that it is over: %s", (text, reading, language = "") => {
    expect(readingOf(text, language)).toBe(reading);
  });

  it.each([
    ["chest pain at 0730", "T1: chest pain | pain"],
    ["chest pain in 10", "T1: chest pain | pain"],
    ["a stroke in 20155", "T1: stroke"],
    ["chest pain at b12", "T1: chest pain | pain"],
  ])("is no time of day and no other number: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["chest pain that was very bad and came on last year", "T1: chest pain | pain"],
    ["stroke because last year", "T1: stroke"],
    ["chest pain at home on one fine day last year", "T1: chest pain | pain"],
  ])("does not reach too far or over another clause: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("the sentence after it", () => {
  it.each([
    ["I passed out. That was last year", "T2 for a person: passed out | last year"],
    ["I passed out last night. It was in college", "T2 for a person: passed out | in college"],
    ["Me desmayé. Eso fue en la primaria", "T2 for a person: desmayé | Eso fue en"],
  ])("can say when it was: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["I passed out. My sister did last year", "T1: passed out"],
    ["I passed out today. That was last year", "T1: passed out"],
    ["I passed out. That", "T1: passed out"],
    ["I passed out. This is not like last year", "T1: passed out"],
  ])("says nothing of it when it speaks of something else, or of today: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe("what is so now", () => {
  it.each([
    ["had it last year, chest pain now", "T1: chest pain | pain"],
    ["now chest pain like last year", "T1: chest pain | pain | last year"],
    ["chest pain again, last year too", "T1: chest pain | pain"],
    ["chest pain last year and today", "T1: chest pain | pain"],
  ])("counts when it stands nearer than the past: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it.each([
    ["last year chest pain again", "T2 for a person: last year | chest pain | pain"],
    ["chest pain last year, again", "T2 for a person: chest pain | pain | last year"],
    ["now, chest pain last year", "T2 for a person: chest pain | pain | last year"],
    ["chest pain, last year, now", "T2 for a person: chest pain | pain | last year"],
    [
      "pain, now, in my chest last year",
      "T2 for a person: pain, now, in my chest | pain | last year",
    ],
    ["pain, today in chest, last year", "T2 for a person: pain, today in chest | pain | last year"],
  ])("gives way to a past that stands nearer: %s", (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});
