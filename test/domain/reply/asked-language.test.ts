import { describe, expect, it } from "vitest";
import { askedLanguage } from "#domain/reply/asked-language";
import { normalise } from "#domain/triage/normalise";
import { aPhrase } from "../../support/a-phrase.ts";

type Place = readonly [start: number, end: number];
const asks = (language: string, place: Place) => aPhrase("language", place, { language });
const speaksNo = (language: string, place: Place) => aPhrase("not-language", place, { language });
const { words } = normalise("we saw rain at the lake near here");

describe("a language that is asked for", () => {
  it("is asked for where it is named", () => {
    expect(askedLanguage(words, [asks("es", [4, 6])])).toEqual({
      language: "es",
      start: 4,
      end: 6,
    });
  });

  it("is the first of several", () => {
    const asked = askedLanguage(words, [asks("vi", [4, 6]), asks("es", [1, 2])]);
    expect(asked).toMatchObject({ language: "vi" });
  });

  it.each([
    ["right before", [1, 4]],
    ["over", [3, 5]],
    ["right after", [6, 8]],
  ] as const)(
    "is not when the patient says of it, %s it, that they do not speak it",
    (_, place) => {
      const asked = askedLanguage(words, [asks("fr", [4, 6]), speaksNo("fr", place)]);
      expect(asked).toEqual({ start: place[0], end: place[1] });
    },
  );

  it.each([
    ["long before", "es", [1, 3]],
    ["long after", "es", [7, 8]],
    ["of another language", "en", [3, 5]],
  ] as const)("is when that is said %s", (_, language, place) => {
    const asked = askedLanguage(words, [asks("es", [4, 6]), speaksNo(language, place)]);
    expect(asked).toMatchObject({ language: "es", start: 4 });
  });

  it("is not when that is said twice, once of it", () => {
    const both = [speaksNo("fr", [0, 1]), speaksNo("fr", [4, 5])];
    expect(askedLanguage(words, [asks("fr", [4, 6]), ...both])).toEqual({ start: 0, end: 1 });
  });

  it("is none among other phrases", () => {
    expect(askedLanguage(words, [])).toBeUndefined();
    expect(askedLanguage(words, [aPhrase("help", [1, 2])])).toBeUndefined();
  });
});

describe("a language that is not spoken, and no other asked for", () => {
  const said = (text: string, language: string, place: Place) =>
    askedLanguage(normalise(text).words, [speaksNo(language, place)])?.language;

  it.each([
    ["no hablo inglés", "en", [0, 3], "es"],
    ["I speak no Spanish", "es", [1, 4], "en"],
    ["I speak no English", "en", [1, 4], undefined],
    ["no hablo español", "es", [0, 3], undefined],
    ["no hablo francés", "fr", [0, 3], undefined],
    ["I speak no French", "fr", [1, 4], undefined],
    ["I speak no English, habla conmigo", "en", [1, 4], undefined],
  ] as const)("%s", (text, language, place, meant) => {
    expect(said(text, language, place)).toBe(meant);
  });
});
