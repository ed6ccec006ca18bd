import { describe, expect, it } from "vitest";
import { phoneWords } from "#domain/message/phone-words";
import { longest, render, variablesOf } from "#domain/message/render";
import { segments } from "#domain/message/segments";
import { isVariable, variableNames, variables } from "#domain/message/variables";

const values = { clinic: "Oak Clinic", phone: "800-555-0100", given: "María" };

describe("a message", () => {
  it("is its template with the values in their places", () => {
    expect(render("{clinic}: call {phone}. {clinic}.", values)).toBe(
      "Oak Clinic: call 800-555-0100. Oak Clinic.",
    );
    expect(render("No variables", {})).toBe("No variables");
  });

  it("never takes a value for a template or a pattern", () => {
    expect(render("Hi {given}", { given: "{phone} $& $1" })).toBe("Hi {phone} $& $1");
  });

  it("does not go out with a hole in it", () => {
    expect(() => render("{clinic}: {address}", values)).toThrow(
      "message/missing-variable: address",
    );
    expect(() => render("Hi {given}", { given: "  " })).toThrow("message/missing-variable: given");
    expect(() => render("Hi {family}", values)).toThrow("message/missing-variable: family");
    expect(() => render("Hi {toString}", values)).toThrow("message/missing-variable");
    expect(() => render("Hi {}", values)).toThrow("message/missing-variable");
  });

  it("names its variables once each, known or not", () => {
    expect(variablesOf("{clinic} {dose} {clinic} {phone} } {")).toEqual([
      "clinic",
      "dose",
      "phone",
    ]);
  });

  it("is at its longest with every variable at its greatest length", () => {
    const text = longest("{clinic}{phone}{given}{other}");
    const lengths =
      variables.clinic.lengthMax + variables.phone.lengthMax + variables.given.lengthMax;
    expect(text).toHaveLength(lengths + "{other}".length);
    expect(segments(longest(variableNames.map((name) => `{${name}}`).join(""))).encoding).toBe(
      "GSM-7",
    );
  });
});

describe("the variables of a message", () => {
  it("tell nothing about why the patient is contacted", () => {
    expect(variableNames).toEqual(["clinic", "phone", "given", "address", "unsubscribe", "page"]);
    expect(isVariable("family")).toBe(false);
    expect(isVariable("constructor")).toBe(false);
  });

  it("have examples that fit their bounds", () => {
    for (const { example, lengthMax } of Object.values(variables)) {
      expect(example.length).toBeLessThanOrEqual(lengthMax);
    }
  });

  it("write a number as people do", () => {
    expect(phoneWords("+18005550100")).toBe("800-555-0100");
    expect(phoneWords("+442079460000")).toBe("+442079460000");
  });
});
