import type { AnswerName, CampaignBook, StepName } from "../campaign/campaign.ts";
import { lateAnswerDaysMax } from "../limits.ts";
import { type Channel, channels } from "../patient/contact-point.ts";
import type { Takes } from "../reply/takes.ts";
import { dayMs, type Instant } from "../time.ts";
import { type EnrollmentRef, enrollmentRef } from "./event.ts";
import type { PatientRecord } from "./record.ts";
import type { TouchRef } from "./touch.ts";

/** Which question of which enrollment. */
export type QuestionRef = EnrollmentRef & { readonly step: StepName };

/** A question that a reply may answer. */
export interface OpenQuestion {
  readonly enrollment: EnrollmentRef;
  readonly step: StepName;
  readonly answers: Readonly<Record<string, AnswerName>>;
  readonly takes?: Takes;
}

/** Where a reply came from. */
export interface ReplyOrigin {
  readonly channel: Channel;
  /** The touch it answers, when the channel tells: a key pressed during a call. */
  readonly touch?: TouchRef;
}

/**
 * The questions that a reply may answer, the likeliest first: that of the call it was pressed in;
 * those asked on the same channel, the latest first; then those asked elsewhere, for some people
 * answer a call by text; then those that are on their way, for a patient may be quicker than the
 * note that the message went. Asked at most `lateAnswerDaysMax` days ago, in campaigns that are
 * still on.
 */
export function openQuestions(
  record: PatientRecord,
  book: CampaignBook,
  at: Instant,
  { channel, touch }: ReplyOrigin,
): readonly OpenQuestion[] {
  const open: (OpenQuestion & { readonly rank: number; readonly at: Instant })[] = [];
  for (const enrollment of record.enrollments) {
    const steps = book(enrollment.campaign, enrollment.version)?.steps;
    const add = (name: string, rank: number, askedAt: Instant): void => {
      const step = steps?.[name];
      if (step === undefined || !("answers" in step)) return;
      const { answers, takes } = step;
      if (Object.keys(answers).length === 0 && takes === undefined) return;
      const question = { enrollment: enrollmentRef(enrollment), step: name, answers };
      open.push({ ...question, ...(takes ? { takes } : {}), rank, at: askedAt });
    };
    const isOfTouch =
      touch?.campaign === enrollment.campaign && touch.episode === enrollment.episode;
    if (isOfTouch) add(touch.step, 0, at);
    for (const each of channels) {
      const asked = enrollment.asked?.[each];
      if (asked === undefined || at - asked.at > lateAnswerDaysMax * dayMs) continue;
      add(asked.step, each === channel ? 1 : 2, asked.at);
    }
    const isNoted = open.some(
      ({ enrollment: of, step }) => of.campaign === enrollment.campaign && step === enrollment.step,
    );
    if (enrollment.state.status === "sending" && !isNoted) add(enrollment.step, 3, at);
  }
  return open
    .toSorted((left, right) => left.rank - right.rank || right.at - left.at)
    .map(({ rank: _, at: __, ...question }) => question);
}
