import type {
  BranchStep,
  CallStep,
  Campaign,
  EscalateStep,
  Next,
  Outcome,
  SendStep,
  StepName,
} from "../campaign/campaign.ts";
import { stepsPerEnrollmentMax } from "../limits.ts";
import type { Channel } from "../patient/contact-point.ts";
import { addDuration, type Instant } from "../time.ts";
import { endEnrollment, type Withheld, withdraw, withhold } from "./end-enrollment.ts";
import { type EnrollmentRef, enrollmentRef } from "./event.ts";
import { firstAllowed } from "./moment.ts";
import { openTask } from "./open-task.ts";
import { isUsable, languageOf, usablePoint } from "./permission.ts";
import type { Enrollment } from "./record.ts";
import type { TouchRef } from "./touch.ts";
import { campaignOf, enrollmentOf, type Turn, zoneOf } from "./turn.ts";

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
  turn.emit({ ...enrollmentRef(ref), type: "step-entered", at: turn.at, step: name });
  switch (step.kind) {
    case "send":
      return planSend(turn, ref, step, step.over);
    case "call":
      return planCall(turn, ref, step, step.tries, turn.at);
    case "wait":
      turn.emit({
        ...enrollmentRef(ref),
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
  plan(turn, ref, over, { ...step, triesLeft: 1, earliest: turn.at });
}

export function planCall(
  turn: Turn,
  ref: EnrollmentRef,
  step: CallStep,
  triesLeft: number,
  earliest: Instant,
): void {
  plan(turn, ref, ["voice"], { ...step, triesLeft, earliest });
}

function plan(
  turn: Turn,
  ref: EnrollmentRef,
  over: readonly Channel[],
  how: {
    readonly notAfter: SendStep["notAfter"];
    readonly triesLeft: number;
    readonly earliest: Instant;
  },
): void {
  const enrollment = enrollmentOf(turn, ref);
  const campaign = enrollment && campaignOf(turn, enrollment);
  if (!enrollment || !campaign) return;
  const touch: TouchRef = {
    campaign: enrollment.campaign,
    episode: enrollment.episode,
    step: enrollment.step,
    occurrence: (enrollment.occurrences[enrollment.step] ?? 0) + 1,
  };
  const channel = over.find((candidate) => isUsable(turn, campaign, candidate));
  const moment = channel && firstAllowed(turn, touch, channel, how.earliest);
  if (!channel || moment === undefined) {
    withhold(turn, touch, {
      version: enrollment.version,
      ...whyNone(turn, campaign, over, channel),
    });
    return goOn(turn, ref, "undeliverable", "silence");
  }
  turn.emit({
    type: "touch-planned",
    at: turn.at,
    touch,
    channel,
    dueAt: moment,
    notAfter: addDuration(moment, how.notAfter, zoneOf(turn), turn.rules.business),
    triesLeft: how.triesLeft,
  });
}

/** The most telling reason why none of the channels can be used: not that there is no number. */
function whyNone(
  turn: Turn,
  campaign: Campaign,
  over: readonly Channel[],
  usable: Channel | undefined,
): Omit<Withheld, "version"> {
  // A channel there is, but its hours never come.
  if (usable !== undefined) return { reason: "no-channel", channel: usable };
  for (const channel of over) {
    const found = usablePoint(turn, campaign, channel);
    if (!("refused" in found) || found.refused === "no-channel") continue;
    const { refused: reason, rule } = found;
    return { channel, reason, ...(rule === undefined ? {} : { rule }) };
  }
  return { reason: "no-channel" };
}

/** The channels but one. */
export function without(over: readonly Channel[], channel: Channel): readonly Channel[] {
  return over.filter((other) => other !== channel);
}

function isTrue(turn: Turn, enrollment: Enrollment, { when }: BranchStep): boolean {
  if ("has" in when) {
    const campaign = campaignOf(turn, enrollment);
    return campaign !== undefined && isUsable(turn, campaign, when.has);
  }
  if ("language" in when) return languageOf(turn.record()) === when.language;
  return enrollment.answer === when.answered;
}

function escalate(turn: Turn, enrollment: Enrollment, name: StepName, step: EscalateStep): void {
  openTask(turn, {
    id: `${enrollment.campaign}:${enrollment.episode}:${name}:${enrollment.entries + 1}`,
    reason: step.reason,
    queue: step.queue,
    priority: step.priority,
    deadline: addDuration(turn.at, step.within, zoneOf(turn), turn.rules.business),
    holds: false,
    enrollment: enrollmentRef(enrollment),
  });
}
