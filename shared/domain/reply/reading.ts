import type { LexiconEntry } from "../triage/entry.ts";
import type { Found } from "../triage/found.ts";
import { lexicon, lexiconEntries } from "../triage/lexicon.ts";
import { Matcher } from "../triage/match.ts";
import { Mender } from "../triage/mend.ts";
import { normalise, type Words } from "../triage/normalise.ts";
import { spelling } from "../triage/spelling.ts";
import { keywordWords } from "./keywords.ts";
import type { ReplyEntry } from "./reply-entry.ts";
import { optOutWords, replyEntries, replyWords } from "./reply-words.ts";

/** A reply cut into the words that are meant, and every phrase that was found in them. */
export interface Reading {
  readonly words: Words;
  readonly flags: readonly Found<LexiconEntry>[];
  readonly phrases: readonly Found<ReplyEntry>[];
}

let reader: ((text: string) => Reading) | undefined;

/** Reads a text. The data files are compiled at the first one, not when a function starts. */
export function read(text: string): Reading {
  reader ??= openReader();
  return reader(text);
}

/** Compiles the data files, which takes a while, into a reader of any number of texts. */
export function openReader(): (text: string) => Reading {
  const matcher = new Matcher<LexiconEntry | ReplyEntry>([...lexiconEntries, ...replyEntries], {
    ...lexicon.classes,
    ...optOutWords.classes,
    ...replyWords.classes,
  });
  const named = new Set([...matcher.known, ...keywordWords]);
  const spellable = `${lexicon.spellable} ${optOutWords.spellable}`.split(" ");
  const mender = new Mender({
    knows: (word) => matcher.knows(word),
    names: (word) => named.has(word),
    spelling: spelling(spellable, new Set(lexicon.ordinary.split(" "))),
  });
  return (text) => {
    const words = mender.mend(normalise(text));
    const flags: Found<LexiconEntry>[] = [];
    const phrases: Found<ReplyEntry>[] = [];
    for (const found of matcher.find(words.words)) {
      if (found.entry.kind === "reply") phrases.push(found as Found<ReplyEntry>);
      else flags.push(found as Found<LexiconEntry>);
    }
    return { words, flags, phrases };
  };
}
