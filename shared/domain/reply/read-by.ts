import { lexicon } from "../triage/lexicon.ts";
import { optOutWords, replyWords } from "./reply-words.ts";

/** Versions of the reviewed data files by which a reply was read, so that a reading can be repeated. */
export interface ReadBy {
  readonly redFlags: string;
  readonly optOut: string;
  readonly replies: string;
}

export const readBy: ReadBy = {
  redFlags: lexicon.version,
  optOut: optOutWords.version,
  replies: replyWords.version,
};
