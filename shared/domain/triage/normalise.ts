import { apostropheContractions, brokenStems, contractions } from "./contractions.ts";
import { lookAlikes, signs } from "./look-alikes.ts";

/** One word of a reply as the rules see it, and where it stands in the text as it came. */
export interface Word {
  /** Lower case, without accents, apostrophes and look-alike letters; a short form opened up. */
  readonly text: string;
  /** UTF-16 offsets in the original text. The words of one short form share theirs. */
  readonly start: number;
  readonly end: number;
  /** Counts up at `. ! ? ;`, line breaks, and before "but" or "pero". */
  readonly sentence: number;
  /** What divides it from the word before, if it matters to a rule. */
  readonly before: Divider;
  /** Written with an accent, which tells "sí" (yes) from "si" (if). */
  readonly accented: boolean;
}

export type Divider = "" | "," | "/" | ":" | "-" | ".";

export interface Words {
  readonly words: readonly Word[];
  /** Sentences that end in a question mark, by number. */
  readonly questions: ReadonlySet<number>;
}

/** What each sign says to a rule; signs of other kinds say nothing. */
const dividers: ReadonlyMap<string, Divider> = new Map<string, Divider>([
  [".", "."],
  ["!", "."],
  ["?", "."],
  [";", "."],
  ["\n", "."],
  ["\r", "."],
  ["\u2028", "."],
  [",", ","],
  ["(", ","],
  [")", ","],
  ["¡", ","],
  ["¿", ","],
  ["/", "/"],
  [":", ":"],
  ["-", "-"],
  ["–", "-"],
  ["—", "-"],
]);

const sentenceWords: ReadonlySet<string> = new Set(["but", "pero"]);

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number) => code >= 48 && code <= 57;
const isApostrophe = (char: string) => "'’‘´`ʼ＇".includes(char);

/** Joiners, direction marks, soft hyphens and emoji variants: invisible, they divide nothing. */
const invisible = /^(?:\p{Cf}|\p{M}|\p{Emoji_Modifier})$/u;
const otherLetter = /^\p{L}$/u;
const combining = /^\p{M}$/u;
const digit = /^\p{Nd}$/u;

/**
 * Cuts a reply into words. Linear in the text, total, never throws. Compatibility forms are
 * folded (NFKC), accents stripped, look-alike letters of other alphabets read as Latin.
 */
export function normalise(text: string): Words {
  const reader = new Reader(text);
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      reader.ascii(code, at);
      at += 1;
    } else {
      const char = String.fromCodePoint(text.codePointAt(at) ?? code);
      reader.other(char, at, at + char.length);
      at += char.length;
    }
  }
  return reader.finish();
}

class Reader {
  readonly #text: string;
  readonly #words: Word[] = [];
  readonly #questions = new Set<number>();
  #current = "";
  #start = 0;
  #end = 0;
  #apostrophe = false;
  #accented = false;
  #sentence = 0;
  #before: Divider = "";

  constructor(text: string) {
    this.#text = text;
  }

  ascii(code: number, at: number): void {
    if (isLetter(code)) {
      this.#letter(String.fromCharCode(code | 32), at, at + 1);
    } else if (isDigit(code)) {
      this.#add(String.fromCharCode(code), at, at + 1);
    } else {
      this.#divide(String.fromCharCode(code), at);
    }
  }

  other(char: string, at: number, end: number): void {
    const sign = signs.get(char);
    if (sign !== undefined) {
      this.#close();
      this.#push(sign, at, end);
      return;
    }
    if (isApostrophe(char)) {
      this.#divide("'", at);
      return;
    }
    if (invisible.test(char)) {
      return;
    }
    // One ligature or circled digit can stand for several letters: all map to its place.
    for (const part of char.normalize("NFKD").toLowerCase()) {
      const latin = lookAlikes.get(part);
      if (digit.test(part)) {
        this.#add(isDigit(part.charCodeAt(0)) ? part : "#", at, end);
      } else if (combining.test(part)) {
        this.#accented = true;
      } else if (latin !== undefined || otherLetter.test(part)) {
        this.#letter(latin ?? part, at, end);
      } else {
        this.#divide(part, at);
      }
    }
  }

  finish(): Words {
    this.#close();
    return { words: this.#words, questions: this.#questions };
  }

  #letter(char: string, at: number, end: number): void {
    if (this.#inNumber) {
      this.#close();
    }
    this.#add(char, at, end);
  }

  get #inNumber(): boolean {
    return isDigit(this.#current.charCodeAt(0));
  }

  #add(char: string, at: number, end: number): void {
    if (this.#current === "") {
      this.#start = at;
    }
    this.#current += char;
    this.#end = end;
  }

  #divide(char: string, at: number): void {
    const next = this.#text.charCodeAt(at + 1);
    if (char === "'" || char === "`") {
      // Inside a word it joins; elsewhere it is a quotation mark.
      if (this.#current !== "" && (isLetter(next) || next >= 128)) {
        this.#apostrophe = true;
        return;
      }
    }
    if (char === "." && this.#inNumber && isDigit(next)) {
      this.#add(".", at, at + 1);
      return;
    }
    this.#close();
    this.#note(char);
  }

  #note(char: string): void {
    const divider = dividers.get(char) ?? "";
    if (divider === ".") {
      if (this.#before !== ".") {
        this.#sentence += 1;
      }
      this.#before = ".";
      // Of several signs, as in "why?!?", each speaks of the sentence that the first one ended.
      if (char === "?") {
        this.#questions.add(this.#sentence - 1);
      }
    } else if (this.#before === "") {
      this.#before = divider;
    }
  }

  #close(): void {
    const word = this.#current;
    if (word === "") {
      return;
    }
    const apostrophe = this.#apostrophe;
    this.#current = "";
    this.#apostrophe = false;
    const opened =
      contractions.get(word) ?? (apostrophe ? apostropheContractions.get(word) : undefined);
    if (opened !== undefined) {
      for (const part of opened) {
        this.#push(part, this.#start, this.#end);
      }
    } else if (word === "t" && this.#mendBroken()) {
      this.#push("not", this.#start, this.#end);
    } else if (apostrophe && word.length > 2 && word.endsWith("s")) {
      this.#push(word.slice(0, -1), this.#start, this.#end);
    } else {
      this.#push(word, this.#start, this.#end);
    }
    this.#accented = false;
  }

  /** "don t" → "do not". */
  #mendBroken(): boolean {
    const last = this.#words.at(-1);
    if (last === undefined || this.#before !== "") {
      return false;
    }
    const stem = brokenStems.get(last.text);
    if (stem === undefined) {
      return false;
    }
    this.#words[this.#words.length - 1] = { ...last, text: stem };
    return true;
  }

  #push(text: string, start: number, end: number): void {
    if (sentenceWords.has(text) && this.#words.length > 0 && this.#before !== ".") {
      this.#sentence += 1;
    }
    this.#words.push({
      text,
      start,
      end,
      sentence: this.#sentence,
      before: this.#before,
      accented: this.#accented,
    });
    this.#before = "";
  }
}
