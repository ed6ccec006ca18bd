import type { Audience } from "../audience/audience.ts";
import type { Duration } from "../duration.ts";
import type { Message } from "../message/message.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Takes } from "../reply/takes.ts";
import type { Sensitivity } from "./definition.ts";
import type { Purpose } from "./purpose.ts";

/** `family/name`, one slash: `screening/mammogram`. */
export type CampaignId = string;
export type StepName = string;
/** What a patient's answer means for the question, as the author named it: `wants-call`. */
export type AnswerName = string;
export type MessageKey = string;

/** Where a step leads. The step name `end` is reserved and ends the enrollment. */
export type Next = Readonly<Record<AnswerName | Outcome, StepName>>;

/** Ways on that are not an answer of the patient. */
export type Outcome =
  | "silence"
  | "undeliverable"
  | "voicemail"
  | "resolved"
  | "unreachable"
  | "yes"
  | "no"
  | "done";

/** What is done when a send stays of unknown outcome past its deadline (law 3). */
export type UnconfirmedRule = "skip" | "other-channel" | "agent";

export type TaskPriority = "stat" | "urgent" | "asap" | "routine";

interface Question {
  /** The digit a patient sends or presses, and what it means. Empty when nothing is asked. */
  readonly answers: Readonly<Record<string, AnswerName>>;
  /** A date or a number that it takes besides its digits. */
  readonly takes?: Takes;
  /** How long silence lasts before `next.silence` is taken. */
  readonly wait: Duration;
  /** Past this much after its planned moment, the touch is withheld, never sent late. */
  readonly notAfter: Duration;
  readonly unconfirmed: UnconfirmedRule;
  readonly next: Next;
}

/** One message over the first channel that is usable for this patient. */
export interface SendStep extends Question {
  readonly kind: "send";
  readonly message: MessageKey;
  readonly over: readonly Channel[];
}

/** One automated call; `tries` counts no-answer and busy. */
export interface CallStep extends Question {
  readonly kind: "call";
  readonly message: MessageKey;
  /** Spoken when a machine answers; nothing is left when absent. */
  readonly voicemail?: MessageKey;
  readonly tries: number;
}

export interface WaitStep {
  readonly kind: "wait";
  readonly wait: Duration;
  readonly next: Next;
}

/** What a branch can ask of the record, at the moment it is reached. */
export type BranchCondition =
  | { readonly has: Channel }
  | { readonly language: string }
  | { readonly answered: AnswerName };

/** Goes to `next.yes` or `next.no`. */
export interface BranchStep {
  readonly kind: "branch";
  readonly when: BranchCondition;
  readonly next: Next;
}

/** Hands the patient to a person. `reason` is the key of the task's words. */
export interface EscalateStep {
  readonly kind: "escalate";
  readonly reason: string;
  readonly queue: string;
  readonly priority: TaskPriority;
  readonly within: Duration;
  readonly next: Next;
}

export interface EndStep {
  readonly kind: "end";
  /** How the enrollment is counted when it ends here: `completed`, `declined`, … */
  readonly outcome: string;
}

export type Step = SendStep | CallStep | WaitStep | BranchStep | EscalateStep | EndStep;

/** The words of a campaign in one language: one message, spoken or written, per key. */
export type MessageBook = Readonly<Record<MessageKey, Message>>;

/**
 * One immutable version of a campaign, compiled from its YAML files: what `decide` runs.
 * `same-as` is resolved, durations are parsed, defaults are filled in.
 */
export interface Campaign {
  readonly id: CampaignId;
  readonly version: number;
  readonly title: string;
  readonly owner: string;
  /** Clinical review date, `YYYY-MM-DD`; past it nobody is enrolled. */
  readonly review: string;
  readonly purpose: Purpose;
  /**
   * `sensitive`: no voicemail is left, whatever a step says, and no message of another campaign
   * names it. Absent in versions stored before.
   */
  readonly sensitivity?: Sensitivity;
  readonly audience: Audience;
  /** Met at any moment, it ends the enrollment. */
  readonly goal: Audience;
  readonly again?: { readonly after: Duration };
  /** The arbiter between campaigns: higher goes first. 0…100. */
  readonly priority: number;
  /** Share of the eligible who are never contacted, 0…0.5, to measure what outreach does. */
  readonly holdout: number;
  readonly start: StepName;
  readonly steps: Readonly<Record<StepName, Step>>;
  /** By BCP-47 primary language; `en` always there. */
  readonly messages: Readonly<Record<string, MessageBook>>;
  /** What an escalation asks of an agent, by its reason, in the staff's language. */
  readonly tasks?: Readonly<Record<string, string>>;
}

/** Looks up one version of one campaign. An enrollment is pinned to the version it began with. */
export type CampaignBook = (id: CampaignId, version: number) => Campaign | undefined;
