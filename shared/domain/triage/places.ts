import type { Words } from "./normalise.ts";

/** The words of a reply by their index. Before the first and after the last there is none. */
export class Places {
  readonly #read: Words;

  constructor(read: Words) {
    this.#read = read;
  }

  /** As the rules see it; "" where there is no word. */
  text(at: number): string {
    return this.#read.words[at]?.text ?? "";
  }

  /** Written with an accent. */
  isAccented(at: number): boolean {
    return this.#read.words[at]?.accented === true;
  }

  isAfterComma(at: number): boolean {
    return this.#read.words[at]?.before === ",";
  }

  /** No word shares its sentence with a place outside the reply. */
  sameSentence(left: number, right: number): boolean {
    return this.#sentence(left) === this.#sentence(right);
  }

  /** Whether the sentence of this word ends in a question mark. */
  isAsked(at: number): boolean {
    return this.#read.questions.has(this.#sentence(at));
  }

  /** The first index from `from` on that is no longer in the sentence of this word. */
  endOfSentence(at: number, from: number): number {
    let end = from;
    while (this.sameSentence(end, at)) end += 1;
    return end;
  }

  #sentence(at: number): number {
    return this.#read.words[at]?.sentence ?? -1;
  }
}
