import type {
  BranchStep,
  CallStep,
  EscalateStep,
  Next,
  Outcome,
  SendStep,
  StepName,
} from "../campaign/campaign.ts";
import { stepsPerEnrollmentMax } from "../limits.ts";
import type { Channel } from "../patient/contact-point.ts";
import { addDuration, type Instant } from "../time.ts";
import type { EnrollmentRef, WithholdReason } from "./event.ts";
import { firstAllowed } from "./moment.ts";
import { openTask } from "./open-task.ts";
import { usablePoint } from "./permission.ts";
import type { Enrollment } from "./record.ts";
import { isSameTouch, type TouchRef } from "./touch.ts";
import { campaignOf, enrollmentOf, type Turn, touchAt, zoneOf } from "./turn.ts";

/** Takes the enrollment along the first of these ways that its step names; none: it ends. */
export function goOn(turn: Turn, ref: EnrollmentRef, ...ways: readonly string[]): void {
  const enrollment = enrollmentOf(turn, ref);
  if (!enrollment) return;
  const campaign = campaignOf(turn, enrollment);
  const step = campaign?.steps[enrollment.step];
  if (!campaign || !step) return endEnrollment(turn, ref, "campaign-missing");
  if (step.kind === "end") return endEnrollment(turn, ref, step.outcome);
  const target = ways.map((way) => wayOf(step.next, way)).find((name) => name !== undefined);
  enter(turn, ref, target ?? "end");
}

function wayOf(next: Next, way: string): StepName | undefined {
  return next[way as Outcome];
}

/** Enters a step and does what needs no waiting, until something must be waited for. */
export function enter(turn: Turn, ref: EnrollmentRef, name: StepName): void {
  const enrollment = enrollmentOf(turn, ref);
  if (!enrollment) return;
  const campaign = campaignOf(turn, enrollment);
  if (!campaign) return endEnrollment(turn, ref, "campaign-missing");
  if (name === "end") return endEnrollment(turn, ref, "completed");
  const step = campaign.steps[name];
  if (!step) return endEnrollment(turn, ref, "campaign-missing");
  if (enrollment.entries >= stepsPerEnrollmentMax) return endEnrollment(turn, ref, "too-long");
  withdraw(turn, enrollment, "answered");
  turn.emit({ ...only(ref), type: "step-entered", at: turn.at, step: name });
  switch (step.kind) {
    case "send":
      return planSend(turn, ref, step, step.over);
    case "call":
      return planCall(turn, ref, step, step.tries, turn.at);
    case "wait":
      turn.emit({
        ...only(ref),
        type: "wait-began",
        at: turn.at,
        step: name,
        until: addDuration(turn.at, step.wait, zoneOf(turn), turn.rules.business),
        for: "time",
      });
      return;
    case "branch":
      return goOn(turn, ref, isTrue(turn, enrollment, step) ? "yes" : "no");
    case "escalate":
      return escalate(turn, enrollment, name, step);
    case "end":
      return endEnrollment(turn, ref, step.outcome);
  }
}

/** Plans the step's touch over the first of these channels that the patient can be reached on. */
export function planSend(
  turn: Turn,
  ref: EnrollmentRef,
  step: SendStep,
  over: readonly Channel[],
): void {
  const channel = over.find((candidate) => usablePoint(turn.record(), candidate) !== undefined);
  plan(turn, ref, channel, { ...step, triesLeft: 1, earliest: turn.at });
}

export function planCall(
  turn: Turn,
  ref: EnrollmentRef,
  step: CallStep,
  triesLeft: number,
  earliest: Instant,
): void {
  const channel = usablePoint(turn.record(), "voice") === undefined ? undefined : "voice";
  plan(turn, ref, channel, { ...step, triesLeft, earliest });
}

function plan(
  turn: Turn,
  ref: EnrollmentRef,
  channel: Channel | undefined,
  how: {
    readonly notAfter: SendStep["notAfter"];
    readonly triesLeft: number;
    readonly earliest: Instant;
  },
): void {
  const enrollment = enrollmentOf(turn, ref);
  if (!enrollment) return;
  const touch: TouchRef = {
    campaign: enrollment.campaign,
    episode: enrollment.episode,
    step: enrollment.step,
    occurrence: (enrollment.occurrences[enrollment.step] ?? 0) + 1,
  };
  const moment = channel && firstAllowed(turn, touch, channel, how.earliest);
  if (!channel || !moment) {
    withhold(turn, touch, enrollment.version, "no-channel", channel);
    return goOn(turn, ref, "undeliverable", "silence");
  }
  turn.emit({
    type: "touch-planned",
    at: turn.at,
    touch,
    channel,
    dueAt: moment.at,
    notAfter: addDuration(moment.at, how.notAfter, zoneOf(turn), turn.rules.business),
    triesLeft: how.triesLeft,
  });
}

/** The touch was made; silence counts from here. Funnel stages are told once. */
export function beginWaiting(turn: Turn, touch: TouchRef, channel: Channel): void {
  const enrollment = enrollmentOf(turn, touch);
  if (!enrollment) return;
  reachStage(turn, enrollment, "touched");
  const isHere =
    enrollment.step === touch.step &&
    enrollment.occurrences[touch.step] === touch.occurrence &&
    enrollment.state.status === "sending";
  const step = campaignOf(turn, enrollment)?.steps[touch.step];
  if (!isHere || !step || !(step.kind === "send" || step.kind === "call")) return;
  turn.emit({
    ...only(touch),
    type: "wait-began",
    at: turn.at,
    step: touch.step,
    until: addDuration(turn.at, step.wait, zoneOf(turn), turn.rules.business),
    for: "reply",
    channel,
  });
}

const stages = ["enrolled", "touched", "delivered", "answered"] as const;

/** Tells each stage up to this one that the enrollment had not reached yet. */
export function reachStage(
  turn: Turn,
  ref: EnrollmentRef,
  stage: "touched" | "delivered" | "answered",
): void {
  const enrollment = enrollmentOf(turn, ref);
  if (!enrollment) return;
  const from = stages.indexOf(enrollment.stage);
  for (const passed of stages.slice(from + 1, stages.indexOf(stage) + 1)) {
    if (passed === "enrolled") continue;
    turn.emit({
      ...only(ref),
      type: "stage-reached",
      at: turn.at,
      version: enrollment.version,
      stage: passed,
    });
  }
}

/** Ends the enrollment; a touch that was still planned is withheld for that reason. */
export function endEnrollment(
  turn: Turn,
  ref: EnrollmentRef,
  outcome: string,
  reason: WithholdReason = "enrollment-ended",
): void {
  const enrollment = enrollmentOf(turn, ref);
  if (!enrollment) return;
  withdraw(turn, enrollment, reason);
  turn.emit({
    ...only(ref),
    type: "enrollment-ended",
    at: turn.at,
    version: enrollment.version,
    outcome,
  });
}

/** Withholds the touch that the enrollment still plans, if any and if this turn did not already. */
function withdraw(turn: Turn, enrollment: Enrollment, reason: WithholdReason): void {
  if (enrollment.state.status !== "planned") return;
  const { channel } = enrollment.state;
  const touch = touchAt(enrollment);
  const isWithheld = turn
    .events()
    .some((event) => event.type === "touch-withheld" && isSameTouch(event.touch, touch));
  if (!isWithheld) withhold(turn, touch, enrollment.version, reason, channel);
}

export function withhold(
  turn: Turn,
  touch: TouchRef,
  version: number,
  reason: WithholdReason,
  channel?: Channel,
): void {
  turn.emit({
    type: "touch-withheld",
    at: turn.at,
    touch,
    version,
    reason,
    ...(channel ? { channel } : {}),
  });
}

function isTrue(turn: Turn, enrollment: Enrollment, step: BranchStep): boolean {
  if ("has" in step.when) return usablePoint(turn.record(), step.when.has) !== undefined;
  if ("language" in step.when) return turn.record().reach.language === step.when.language;
  return enrollment.answer === step.when.answered;
}

function escalate(turn: Turn, enrollment: Enrollment, name: StepName, step: EscalateStep): void {
  openTask(turn, {
    id: `${enrollment.campaign}:${enrollment.episode}:${name}:${enrollment.entries + 1}`,
    reason: step.reason,
    queue: step.queue,
    priority: step.priority,
    deadline: addDuration(turn.at, step.within, zoneOf(turn), turn.rules.business),
    holds: false,
    enrollment: only(enrollment),
  });
}

/** Just the two fields, so that events carry no more than they name. */
function only(ref: EnrollmentRef): { readonly campaign: string; readonly episode: string } {
  return { campaign: ref.campaign, episode: ref.episode };
}
