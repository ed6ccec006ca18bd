import type { PageLink } from "../page/page-link.ts";
import type { PageWord } from "../page/page-word.ts";
import { readBy } from "../reply/read-by.ts";
import type { Understanding } from "../reply/understanding.ts";
import type { Instant } from "../time.ts";
import type { Command } from "./command.ts";
import { openQuestions } from "./open-question.ts";
import type { PatientRecord } from "./record.ts";
import type { Rules } from "./rules.ts";
import type { TouchRef } from "./touch.ts";

/** One word of a page, as it comes to the record. */
export interface PageReply {
  /** Names the page and the kind of word: it counts once, however often it is told. */
  readonly reply: string;
  readonly word: PageWord;
  readonly channel: PageLink["channel"];
  /** The message that carried the link. */
  readonly touch: TouchRef;
}

const nothing: Understanding = {
  ...{ optOut: false, optIn: false, keep: false, help: false, wrongNumber: false },
  ...{ wantsPerson: false, isDeath: false, isViolence: false, review: false },
  reasons: [],
  spans: [],
};

/**
 * What a word that was said on a page asks of the record: the same as a reply by text, but that nobody
 * has to guess what it means. An answer to a question that is no longer open is read by a person, as a
 * late text is.
 */
export function pageCommands(
  record: PatientRecord,
  { reply, word, channel, touch }: PageReply,
  rules: Rules,
  at: Instant,
): readonly Command[] {
  if (record.heard.includes(reply)) return [];
  const open = openQuestions(record, rules.campaign, at, { channel, touch });
  const asked = open.find(
    ({ enrollment, step }) =>
      step === touch.step &&
      enrollment.campaign === touch.campaign &&
      enrollment.episode === touch.episode,
  );
  const heard: Command = {
    ...{ type: "receive-reply", at, reply, channel, touch, readBy, speaker: "patient" },
    understanding: { ...nothing, ...meaningOf(word, asked !== undefined), spans: spansOf(word) },
    ...(asked === undefined ? {} : { question: { ...asked.enrollment, step: asked.step } }),
  };
  if (word.is !== "channel") return [heard];
  const evidence = { by: "patient", reference: `reply:${reply}`, words: ruleOf(word) };
  const preferences = { ...record.preferences, only: [word.channel] };
  return [heard, { type: "change-preferences", at, preferences, evidence }];
}

function meaningOf(word: PageWord, isAsked: boolean): Partial<Understanding> {
  switch (word.is) {
    case "answer": {
      const { answer, value } = word;
      if (!isAsked) return { review: true };
      return { answer, ...(value === undefined ? {} : { value }) };
    }
    case "call":
      return { wantsPerson: true };
    case "language":
      return { language: word.language };
    case "channel":
      return {};
  }
}

/** There are no words to point at: the button is what decided. */
function spansOf(word: PageWord): Understanding["spans"] {
  return [{ start: 0, end: 0, rule: ruleOf(word) }];
}

/** By the names that the reading of words has for the same. */
function ruleOf({ is }: PageWord): string {
  return is === "language" ? "language/page" : `page/${is}`;
}
