import type { Element, WordClasses } from "#domain/triage/phrase";
import { parsePiece, splitPhrase } from "#domain/triage/phrase";
import { membersOf } from "#domain/triage/word-class";

/** Every word that a phrase names, without classes and signs. */
export function wordsOf(phrase: string): readonly string[] {
  return splitPhrase(phrase)
    .pieces.flatMap(parsePiece)
    .flatMap(waysOf)
    .flat()
    .filter((word) => !word.startsWith("{") && !["_", "#"].includes(word));
}

/** One text that a phrase finds: its first alternatives, classes by their first member. */
export function exampleOf(phrase: string, classes: WordClasses): string {
  return splitPhrase(phrase)
    .pieces.flatMap(parsePiece)
    .flatMap((element) => exampleElement(element))
    .map((word) => exampleWord(word, classes))
    .join(" ");
}

function exampleElement(element: Element): readonly string[] {
  if (element.is === "end") return ["."];
  return element.is === "words" ? (element.ways[0] ?? []) : [];
}

function exampleWord(word: string, classes: WordClasses): string {
  if (word.startsWith("{")) {
    const member = membersOf(classes, word.slice(1, -1))[0] ?? "";
    return member
      .split(" ")
      .map((part) => exampleWord(part, classes))
      .join(" ");
  }
  if (word === "#") return "7";
  return word === "_" ? "thing" : withoutStar(word);
}

function waysOf(element: Element): readonly (readonly string[])[] {
  if (element.is === "words" || element.is === "unless") return element.ways;
  return element.is === "between" ? (element.only ?? []) : [];
}

function withoutStar(word: string): string {
  return word.endsWith("*") ? word.slice(0, -1) : word;
}
