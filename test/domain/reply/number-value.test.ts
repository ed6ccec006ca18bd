import { describe, expect, it } from "vitest";
import type { Takes } from "#domain/reply/takes";
import { understand } from "#domain/reply/understand";

const sugar: Takes = { number: { means: "told-value", unit: "mg/dL", from: 20, through: 600 } };
const a1c: Takes = { number: { means: "told-value", unit: "%", from: 4, through: 15 } };
const steps: Takes = { number: { means: "told-value", from: 0, through: 50_000 } };

function said(text: string, takes: Takes) {
  const { answer, value, review } = understand(text, { question: { answers: {}, takes } });
  return { answer, number: value?.is === "number" ? value.number : undefined, review };
}

describe("a number that a question takes", () => {
  it.each([
    ["120", sugar, 120],
    ["about 120", sugar, 120],
    ["it was 120 mg/dl this morning", sugar, 120],
    ["118 at 8am", sugar, 118],
    ["one hundred and ten", sugar, 110],
    ["ciento veinte", sugar, 120],
    ["7.2%", a1c, 7.2],
    ["7.2 %", a1c, 7.2],
    ["7.2", a1c, 7.2],
    ["siete", a1c, 7],
    ["1,200", steps, 1200],
    ["12,345 today", steps, 12_345],
  ] as const)("%s", (text, takes, number) => {
    expect(said(text, takes)).toEqual({ answer: "told-value", number, review: false });
  });

  it.each([
    ["between 110 and 120", sugar],
    ["110-120", sugar],
    ["120/80", sugar],
    ["180 lbs", sugar],
    ["6.7 mmol", sugar],
    ["700", sugar],
    ["120?", sugar],
    ["not 120", sugar],
    ["72%", a1c],
    ["high", sugar],
  ] as const)("is not told for sure by: %s", (text, takes) => {
    expect(said(text, takes)).toEqual({ answer: undefined, number: undefined, review: true });
  });

  it("tells which words gave it", () => {
    const { spans } = understand("about 120", { question: { answers: {}, takes: sugar } });
    expect(spans).toContainEqual({ start: 6, end: 9, rule: "value/number:120" });
  });
});
