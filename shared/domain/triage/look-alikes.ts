/**
 * Letters of other alphabets that look like Latin ones, as phones with two keyboards and evasive
 * senders produce them: a STOP typed with a Cyrillic О is a STOP. Unicode's own list of
 * confusables (UTS #39) is far longer; these are the ones that occur inside ordinary words.
 */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: "a",
    в: "b",
    с: "c",
    ԁ: "d",
    е: "e",
    һ: "h",
    н: "h",
    і: "i",
    ј: "j",
    к: "k",
    м: "m",
    о: "o",
    р: "p",
    ѕ: "s",
    т: "t",
    у: "y",
    х: "x",
    α: "a",
    ε: "e",
    ι: "i",
    κ: "k",
    ν: "v",
    ο: "o",
    ρ: "p",
    τ: "t",
    υ: "u",
    χ: "x",
    ı: "i",
    ł: "l",
    ø: "o",
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ђ: "h",
  }),
);

/** Emoji that say yes, thanks or fine, as one word each: `yes-sign` and `no-sign`. */
export const signs: ReadonlyMap<string, string> = new Map([
  ["🛑", "stop"],
  ["👍", "👍"],
  ["👌", "👍"],
  ["✅", "👍"],
  ["✔", "👍"],
  ["☑", "👍"],
  ["🆗", "👍"],
  ["🙏", "🙏"],
  ["❤", "🙏"],
  ["😊", "🙏"],
  ["🙂", "🙏"],
  ["😀", "🙏"],
  ["😃", "🙏"],
  ["👎", "👎"],
  ["❌", "👎"],
]);
