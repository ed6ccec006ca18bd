import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbersIn } from "#domain/reply/said-number";
import { normalise } from "#domain/triage/normalise";

/** The numbers of a text with their words, as "twenty two = 22". */
function numbersOf(text: string): readonly string[] {
  const { words } = normalise(text);
  return numbersIn(words).map(({ value, start, end }) => {
    return `${text.slice(words[start]?.start, words[end - 1]?.end)} = ${value}`;
  });
}

describe("a number in words", () => {
  it.each([
    ["seven", 7],
    ["twenty", 20],
    ["twenty two", 22],
    ["ninety-nine", 99],
    ["hundred", 100],
    ["one hundred", 100],
    ["two hundred", 200],
    ["two hundred twenty", 220],
    ["one hundred and ten", 110],
    ["nine hundred and ninety nine", 999],
    ["twenty first", 21],
    ["siete", 7],
    ["veintidós", 22],
    ["treinta y cinco", 35],
    ["treinta cinco", 35],
    ["cien", 100],
    ["ciento veinte", 120],
    ["ciento treinta y cinco", 135],
    ["doscientos diez", 210],
  ])("%s", (number, value) => {
    expect(numbersOf(number)).toEqual([`${number} = ${value}`]);
    expect(numbersOf(`it was ${number} and it stayed there`)).toEqual([`${number} = ${value}`]);
  });

  it.each([
    ["twenty ten", ["twenty = 20", "ten = 10"]],
    ["seven eight", ["seven = 7", "eight = 8"]],
    ["seven twenty", ["seven = 7", "twenty = 20"]],
    ["twenty thirty", ["twenty = 20", "thirty = 30"]],
    ["one twenty one", ["one = 1", "twenty one = 21"]],
    ["siete y cinco", ["siete = 7", "cinco = 5"]],
    ["treinta y veinte", ["treinta = 30", "veinte = 20"]],
    ["treinta y algo", ["treinta = 30"]],
    ["hundred and counting", ["hundred = 100"]],
    ["seven and eight", ["seven = 7", "eight = 8"]],
    ["hundred or five", ["hundred = 100", "five = 5"]],
    ["120 hundred", ["120 = 120", "hundred = 100"]],
    ["twenty 5", ["twenty = 20", "5 = 5"]],
  ])("ends where the next begins: %s", (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers);
  });

  it.each(["", "and", "y", "high", "none of it"])("is not in: %s", (text) => {
    expect(numbersOf(text)).toEqual([]);
  });
});

describe("a number in figures", () => {
  it.each([
    ["7", 7],
    ["120", 120],
    ["123456789", 123_456_789],
    ["7.2", 7.2],
    ["98.6543", 98.6543],
    ["1,200", 1200],
    ["12,345", 12_345],
    ["1,234,567", 1_234_567],
    ["1,200.5", 1200.5],
    ["1,200.25", 1200.25],
  ])("%s", (number, value) => {
    expect(numbersOf(number)).toEqual([`${number} = ${value}`]);
    expect(numbersOf(`it was ${number}, and stayed`)).toEqual([`${number} = ${value}`]);
  });

  it.each([
    ["1, 200", ["1 = 1", "200 = 200"]],
    ["1 ,200", ["1 = 1", "200 = 200"]],
    ["1 200", ["1 = 1", "200 = 200"]],
    ["1/200", ["1 = 1", "200 = 200"]],
    ["1,20", ["1 = 1", "20 = 20"]],
    ["1,2000", ["1 = 1", "2000 = 2000"]],
    ["1,200.56789", ["1 = 1"]],
    ["1,x200", ["1 = 1"]],
    ["98.6,120", ["98.6 = 98.6", "120 = 120"]],
    ["1,200.5,300", ["1,200.5 = 1200.5", "300 = 300"]],
    ["1234,567", ["1234 = 1234", "567 = 567"]],
    ["7.2.1 and 3", ["3 = 3"]],
    ["1234567890 and 3", ["3 = 3"]],
    ["98.65432 and 3", ["3 = 3"]],
    ["a120 and 3", ["3 = 3"]],
  ])("is whole, or none: %s", (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers);
  });

  it("joins no more groups than make twelve digits", () => {
    expect(numbersOf("123,456,789,012,345")).toEqual([
      "123,456,789,012 = 123456789012",
      "345 = 345",
    ]);
  });

  it("is read back from any usual way to write it", () => {
    const ways = [String, (value: number) => value.toLocaleString("en-US")];
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.constantFrom(...ways), (value, write) => {
        expect(numbersOf(`about ${write(value)} then`)).toEqual([`${write(value)} = ${value}`]);
      }),
    );
  });
});
