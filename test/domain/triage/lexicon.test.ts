import { describe, expect, it } from "vitest";
import { optOutWords, replyEntries, replyWords } from "#domain/reply/reply-words";
import { lexicon, lexiconEntries } from "#domain/triage/lexicon";
import { normalise } from "#domain/triage/normalise";
import { triage } from "#domain/triage/triage";
import { digestOf, LexiconFile, OptOutFile, RepliesFile } from "#support/data-file";
import { exampleOf, wordsOf } from "#support/words-of-phrase";

const files = [
  ["red-flags.json", lexicon, LexiconFile],
  ["opt-out.json", optOutWords, OptOutFile],
  ["replies.json", replyWords, RepliesFile],
] as const;
const classes = { ...lexicon.classes, ...optOutWords.classes, ...replyWords.classes };
const entries = [...lexiconEntries, ...replyEntries];

describe.each(files)("%s", (_, file, schema) => {
  it("has the shape that its readers count on", () => {
    const read = schema.safeParse(file);
    expect(read.error?.issues ?? []).toEqual([]);
  });

  it("has a new version whenever its words change: `npm run renew` gives it one", () => {
    expect(file.digest).toBe(digestOf(file));
  });
});

describe("the words of all data files", () => {
  it("have no class of the same name twice", () => {
    const names = [lexicon, optOutWords, replyWords].flatMap((file) => Object.keys(file.classes));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("are written as normalised text has them, or they would never match", () => {
    const phrases = entries.flatMap(({ phrases: written }) => written.flatMap(wordsOf));
    const members = Object.values(classes).flatMap((list) => list.split(/,? /));
    const words = [...phrases, ...members].filter((word) => !/^[{#_*$]/.test(word));
    const wrong = words.filter((word) => {
      if (word.endsWith("*")) return !/^[a-z0-9]+\*$/.test(word);
      return (
        normalise(word)
          .words.map(({ text }) => text)
          .join(" ") !== word
      );
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  it("use every class that they define", () => {
    const used = new Set(
      [...entries.flatMap(({ phrases }) => phrases), ...Object.values(classes)].flatMap((text) =>
        [...text.matchAll(/\{([a-z0-9-]+)\}/g)].map(([, name]) => name),
      ),
    );
    const unused = Object.keys(classes).filter((name) => !used.has(name) && !readInCode.has(name));
    expect(unused).toEqual([]);
  });

  it("find each red flag, said plainly, unless a longer phrase is harmless", () => {
    const missed = lexicon.symptoms
      .filter(({ tier }) => tier === "T0" || tier === "T1")
      .flatMap(({ id, phrases }) => phrases.map((phrase) => ({ id, phrase })))
      .filter(({ phrase }) => {
        const { tier, review } = triage(exampleOf(phrase, classes));
        return tier === undefined && !review;
      });
    expect(missed).toEqual([]);
  });
});

/** Classes that code asks about single words. */
const readInCode = new Set([
  ...["joins-items", "denies", "joins-clause", "opens-clause", "under-not", "ends-no"],
  ...[
    "after-spanish-no",
    "points-back",
    "adds",
    "answers-no",
    "under-could",
    "own",
    "subjects",
    "possessives",
    "thinks",
    "someday",
    "asks",
  ],
  ...["asking-words", "before", "returns", "swallowed", "pills-counted", "not-pills", "habit"],
  ...["clinical", "leads-on", "new-thought", "taking"],
]);
