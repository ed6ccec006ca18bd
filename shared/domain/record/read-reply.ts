import type { CampaignBook } from "../campaign/campaign.ts";
import { type ReadBy, readBy } from "../reply/read-by.ts";
import { understand } from "../reply/understand.ts";
import type { ReplyContext, Understanding } from "../reply/understanding.ts";
import { dayOf, type Instant } from "../time.ts";
import { openQuestions, type QuestionRef, type ReplyOrigin } from "./open-question.ts";
import { languageOf } from "./permission.ts";
import type { PatientRecord } from "./record.ts";

/** Questions that one reply is held against: more than these are not open in anybody's mind. */
const questionsReadMax = 4;

/** What the command `receive-reply` carries of it. */
export interface ReplyRead {
  readonly understanding: Understanding;
  readonly readBy: ReadBy;
  /** The open question that it answers, or that it was read beside. */
  readonly question?: QuestionRef;
}

/**
 * Reads a reply as what this patient may mean by it: with their language, their own day, and the
 * questions that are open, the likeliest first. Where the words answer none of them, they were read
 * beside the first.
 */
export function readReply(
  text: string,
  record: PatientRecord,
  about: ReplyOrigin & {
    readonly at: Instant;
    readonly book: CampaignBook;
    /** How sure speech recognition was, 0…1. */
    readonly confidence?: number;
  },
): ReplyRead {
  const { at, book, confidence, channel } = about;
  const [zone = "UTC"] = record.reach.zones;
  const context: ReplyContext = {
    language: languageOf(record),
    channel,
    on: dayOf(at, zone),
    ...(confidence === undefined ? {} : { confidence }),
  };
  const open = openQuestions(record, book, at, about).slice(0, questionsReadMax);
  const read = open.map((question) => ({
    question: { ...question.enrollment, step: question.step },
    understanding: understand(text, { ...context, question }),
    readBy,
  }));
  const answered = read.find(({ understanding }) => understanding.answer !== undefined);
  return answered ?? read[0] ?? { understanding: understand(text, context), readBy };
}
