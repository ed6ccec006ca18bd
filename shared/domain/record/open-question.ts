import type { AnswerName, CampaignBook } from "../campaign/campaign.ts";
import { lateAnswerDaysMax } from "../limits.ts";
import type { Instant } from "../time.ts";
import type { EnrollmentRef } from "./event.ts";
import type { PatientRecord } from "./record.ts";
import type { TouchRef } from "./touch.ts";

/** The question that a reply would answer. */
export interface OpenQuestion {
  readonly enrollment: EnrollmentRef;
  readonly step: string;
  readonly answers: Readonly<Record<string, AnswerName>>;
}

/**
 * The latest question this patient was asked in a campaign that is still on, at most
 * `lateAnswerDaysMax` days ago; for a key pressed during a call, that call's own question.
 */
export function openQuestion(
  record: PatientRecord,
  book: CampaignBook,
  at: Instant,
  touch?: TouchRef,
): OpenQuestion | undefined {
  let latest: { question: OpenQuestion; at: Instant } | undefined;
  for (const enrollment of record.enrollments) {
    const { campaign, episode } = enrollment;
    const isOfTouch = touch?.campaign === campaign && touch.episode === episode;
    const asked = isOfTouch ? { step: touch.step, at } : enrollment.asked;
    if (!asked || at - asked.at > lateAnswerDaysMax * 86_400_000) continue;
    const step = book(campaign, enrollment.version)?.steps[asked.step];
    if (!step || !("answers" in step) || Object.keys(step.answers).length === 0) continue;
    if (latest && latest.at >= asked.at) continue;
    latest = {
      at: asked.at,
      question: { enrollment: { campaign, episode }, step: asked.step, answers: step.answers },
    };
  }
  return latest?.question;
}
