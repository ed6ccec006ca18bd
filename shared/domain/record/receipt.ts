import type { CallStep } from "../campaign/campaign.ts";
import { beginWaiting, reachStage, settleMerged } from "./begin-waiting.ts";
import type { Command, Receipt } from "./command.ts";
import { noteFailure } from "./failure.ts";
import { optOut } from "./opt-out.ts";
import type { Enrollment, RecentTouch } from "./record.ts";
import { goOn, planCall } from "./step.ts";
import { isFurther, statusOf } from "./touch-status.ts";
import { campaignOf, enrollmentAt, recentTouch, type Turn } from "./turn.ts";

/** A call that found nobody is tried again this much later at the soonest. */
const callAgainMs = 3 * 3_600_000;

/**
 * A carrier, mail system or call flow says how a touch ended. Receipts come late, twice and in
 * any order; a status only ever moves up, so that every order ends the same (law 12).
 */
export function recordReceipt(turn: Turn, command: Command & { type: "record-receipt" }): void {
  const recent = recentTouch(turn, command.touch);
  if (!recent) return;
  const { receipt } = command;
  if (!isFurther(statusOf(receipt), recent.status)) {
    // A carrier that gave up, and a phone that got it: told in whatever order, somebody was reached.
    if (receipt.is === "delivered") reachStage(turn, recent.touch, "delivered", recent.channel);
    return;
  }
  const enrollment = enrollmentAt(turn, recent.touch);
  turn.emit({
    type: "touch-receipted",
    at: turn.at,
    touch: recent.touch,
    channel: recent.channel,
    receipt,
  });
  if (receipt.is === "failed") return failed(turn, recent, enrollment, receipt);
  settleMerged(turn, recent);
  beginWaiting(turn, recent.touch, recent.channel);
  if (receipt.is === "sent") return;
  reachStage(turn, recent.touch, "delivered", recent.channel);
  if (receipt.by === "machine") reachedMachine(turn, enrollment);
}

/** A machine took the message: the step may have its own way on, else silence goes on counting. */
function reachedMachine(turn: Turn, enrollment: Enrollment | undefined): void {
  if (!enrollment) return;
  const step = campaignOf(turn, enrollment)?.steps[enrollment.step];
  if (step?.kind === "call" && step.next["voicemail"] !== undefined) {
    goOn(turn, enrollment, "voicemail");
  }
}

function failed(
  turn: Turn,
  recent: RecentTouch,
  enrollment: Enrollment | undefined,
  receipt: Receipt & { is: "failed" },
): void {
  const { reason } = receipt;
  // A carrier that tells how it ended had taken it, whether or not we heard so before.
  reachStage(turn, recent.touch, "touched", recent.channel);
  if (reason === "complaint") {
    const evidence = { by: "patient", reference: `complaint:${recent.touch.episode}` };
    return optOut(turn, { via: recent.channel, from: recent.point, evidence });
  }
  noteFailure(turn, recent.point, reason);
  const state = enrollment?.state;
  if (!enrollment || (state?.status !== "waiting" && state?.status !== "sending")) return;
  const step = campaignOf(turn, enrollment)?.steps[enrollment.step];
  const isNobodyThere = reason === "no-answer" || reason === "busy";
  if (step?.kind === "call" && isNobodyThere) {
    return callAgain(turn, enrollment, step, state.triesLeft - 1);
  }
  goOn(turn, enrollment, "undeliverable", "silence");
}

function callAgain(turn: Turn, enrollment: Enrollment, step: CallStep, triesLeft: number): void {
  if (triesLeft < 1) return goOn(turn, enrollment, "silence", "undeliverable");
  planCall(turn, enrollment, step, triesLeft, turn.at + callAgainMs);
}
