import { describe, expect, it } from "vitest";
import { normalise } from "#domain/triage/normalise";
import { vitals } from "#domain/triage/vitals";

/** Each sign with the words that it was read from: `T2/pulse: pulse 145`. */
function signsIn(text: string): readonly string[] {
  const { words } = normalise(text);
  return vitals(words).map(({ entry, start, end }) => {
    const said = text.slice(words[start]?.start, words[end - 1]?.end);
    return `${entry.id}: ${said}`;
  });
}

describe("blood pressure", () => {
  it.each([
    ["bp 180/60", "T2/blood-pressure: 180/60"],
    ["bp 260/90", "T2/blood-pressure: 260/90"],
    ["135/120", "T2/blood-pressure: 135/120"],
    ["it was 185 over 120 today", "T2/blood-pressure: 185 over 120"],
    ["presión 185 sobre 100 hoy", "T2/blood-pressure: 185 sobre 100"],
    ["100 over 160", "T2/blood-pressure: 100 over 160"],
    ["79/50", "T2/blood-pressure-low: 79/50"],
    ["60/30", "T2/blood-pressure-low: 60/30"],
  ])("%s is read as %s", (text, sign) => {
    expect(signsIn(text)).toEqual([sign]);
  });

  it.each([
    ["179/119", "under the crisis range"],
    ["80/50", "low, but lived with"],
    ["261/90", "more than anyone shows"],
    ["200/161", "more than anyone shows"],
    ["59/40", "less than anyone shows"],
    ["70/29", "less than anyone shows"],
    ["200-120", "no pressure, for lack of a slash"],
    ["185, 120", "two numbers"],
    ["185 under 120", "two numbers"],
    ["185 over lunch", "one number"],
    ["185/min", "one number"],
    ["10/12/60", "a date"],
    ["60/40/25", "three numbers"],
  ])("%s is %s", (text) => {
    expect(signsIn(text)).toEqual([]);
  });

  it("is read from its upper number alone when it is named", () => {
    expect(signsIn("bp 180")).toEqual(["T2/blood-pressure: bp 180"]);
    expect(signsIn("systolic 260")).toEqual(["T2/blood-pressure: systolic 260"]);
    expect(signsIn("bp 179")).toEqual([]);
    expect(signsIn("bp 261")).toEqual([]);
  });
});

describe("each range ends where the guideline ends it", () => {
  it.each([
    ["sugar 20", "T1/glucose-low"],
    ["sugar 53", "T1/glucose-low"],
    ["sugar 54", "T2/glucose-lowish"],
    ["sugar 69", "T2/glucose-lowish"],
    ["sugar 241", "T3/glucose-raised"],
    ["sugar 300", "T3/glucose-raised"],
    ["sugar 301", "T2/glucose-high"],
    ["sugar 1500", "T2/glucose-high"],
    ["temp 100.4", "T3/fever"],
    ["temp 102.9", "T3/fever"],
    ["temp 103", "T2/fever-high"],
    ["temp 110", "T2/fever-high"],
    ["temp 38", "T3/fever"],
    ["temp 43", "T2/fever-high"],
    ["oxygen 50", "T1/oxygen-low"],
    ["oxygen 89", "T1/oxygen-low"],
    ["oxygen 90", "T2/oxygen-lowish"],
    ["oxygen 91", "T2/oxygen-lowish"],
    ["pulse 25", "T2/pulse"],
    ["pulse 39", "T2/pulse"],
    ["pulse 121", "T2/pulse"],
    ["pulse 250", "T2/pulse"],
  ])("%s is %s", (text, id) => {
    expect(signsIn(text)).toEqual([`${id}: ${text}`]);
  });

  it.each([
    ...["sugar 19", "sugar 70", "sugar 240", "sugar 1501", "sugar 100"],
    ...["temp 100.3", "temp 111", "temp 37.9", "temp 44", "temp 98.6"],
    ...["oxygen 49", "oxygen 92", "oxygen 98", "oxygen 101"],
    ...["pulse 24", "pulse 40", "pulse 120", "pulse 251"],
    ...["weight 45", "sugar low"],
  ])("%s needs nobody", (text) => {
    expect(signsIn(text)).toEqual([]);
  });

  it("is the same in the units of other countries", () => {
    expect(signsIn("sugar 2.9 mmol")).toEqual(["T1/glucose-low: sugar 2.9"]);
    expect(signsIn("sugar 3.8 mmols")).toEqual(["T2/glucose-lowish: sugar 3.8"]);
    expect(signsIn("sugar 5 mmol")).toEqual([]);
  });
});

describe("the name of a number", () => {
  it("stands up to five words before or after it, in the same sentence", () => {
    expect(signsIn("sugar was at about maybe 45")).toEqual([
      "T1/glucose-low: sugar was at about maybe 45",
    ]);
    expect(signsIn("45 is what I have for sugar")).toEqual([]);
    expect(signsIn("45 is what my sugar said")).toEqual(["T1/glucose-low: 45 is what my sugar"]);
    expect(signsIn("sugar said to be at about 45")).toEqual([]);
    expect(signsIn("no sugar today. 45")).toEqual([]);
    expect(signsIn("45. sugar")).toEqual([]);
  });

  it("is the nearest one, and of two as near the one before", () => {
    expect(signsIn("pulse 130 sugar")).toEqual(["T2/pulse: pulse 130"]);
    expect(signsIn("sugar with pulse 130")).toEqual(["T2/pulse: pulse 130"]);
    expect(signsIn("oxygen 45 sugar")).toEqual(["T1/glucose-low: 45 sugar"]);
  });

  it("goes with every number of its sentence", () => {
    expect(signsIn("sugar 50 52")).toHaveLength(2);
    expect(signsIn("sugar 50, later 52")).toEqual([
      "T1/glucose-low: sugar 50",
      "T1/glucose-low: sugar 50, later 52",
    ]);
  });

  it.each([
    ["sugar pill 45 mg", "a dose"],
    ["sugar at 45 min", "minutes"],
    ["sugar was fine 3:45 today", "a time"],
    ["45:30 sugar", "a time"],
    ["sugar 45/90", "a fraction"],
    ["sugar down by 45", "a change"],
  ])("does not turn %s, %s, into a sign", (text) => {
    expect(signsIn(text)).toEqual([]);
  });

  it("may be followed by a colon, and by a unit in the next sentence", () => {
    expect(signsIn("sugar: 45")).toEqual(["T1/glucose-low: sugar: 45"]);
    expect(signsIn("3 sugar: 45")).toContain("T1/glucose-low: sugar: 45");
    expect(signsIn("sugar 45. hours ago")).toEqual(["T1/glucose-low: sugar 45"]);
  });
});

describe("weight gained", () => {
  it.each([
    ["gained 2.1 lbs in a day", "2.1 lbs"],
    ["up 3 pounds overnight", "3 pounds"],
    ["gained 5 lbs this week", "5 lbs"],
    ["gained 1 kg since yesterday", "1 kg"],
    ["subí 3 kilos esta semana", "3 kilos"],
    ["gained 60 lbs this week", "60 lbs"],
    ["yesterday went up by about 4 lbs", "4 lbs"],
    ["4 lbs that I have gained since yesterday", "4 lbs"],
    ["I have gained it seems about 4 lbs today", "4 lbs"],
  ])("%s is sudden", (text, weight) => {
    expect(signsIn(text)).toEqual([`T2/weight-gain: ${weight}`]);
  });

  it.each([
    ["gained 2 lbs in a day", "not enough"],
    ["gained 4.9 lbs this week", "not enough"],
    ["gained 61 lbs this week", "no weight that is gained so fast"],
    ["gained 5 this week", "no weight"],
    ["gained 5 lbs this year", "slow"],
    ["lost 5 lbs this week", "a loss"],
    ["gained hope. 5 lbs this week", "another sentence"],
    ["gained 5 lbs. see you next week", "another sentence"],
    ["4 lbs that I have found and lost since yesterday", "too far from its day"],
    ["gained it is what I think like 4 lbs today", "too far from its verb"],
  ])("%s is %s", (text) => {
    expect(signsIn(text)).toEqual([]);
  });
});

it("says of a sign what the nurse sees, and where it came from", () => {
  expect(vitals(normalise("pulse 145").words)).toEqual([
    {
      entry: {
        kind: "symptom",
        id: "T2/pulse",
        tier: "T2",
        language: "en",
        title: "A number read as a vital sign",
        source: "Ranges as written beside each reading",
        phrases: [],
      },
      runs: [{ start: 0, end: 2 }],
      start: 0,
      end: 2,
      size: 2,
    },
  ]);
});
