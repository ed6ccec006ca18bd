import { type Channel, channels } from "../patient/contact-point.ts";
import { hourMs, type Instant, minuteMs } from "../time.ts";

/**
 * What is stopped because something is wrong: every contact of every campaign in this region, or
 * those of one channel. Direct answers to patients still go, for who writes "my chest hurts" must
 * not meet silence. One campaign is stopped by pausing it.
 */
export type Halt = "everything" | Channel;

export function isHalt(word: string): word is Halt {
  return word === "everything" || channels.some((channel) => channel === word);
}

/** One halt that stands until a person resumes it. */
export interface Halted {
  readonly what: Halt;
  readonly since: Instant;
  /** `breaker`: set by the system itself, for the reason that it gives. */
  readonly by: "person" | "breaker";
  /** Who, where it was somebody who is signed in: as `StaffMember.user`. */
  readonly user?: string;
  /** Only of a breaker. */
  readonly reason?: BreakerReason;
}

/**
 * Why a provider takes nothing more from this account, whatever it is asked to send, until a
 * person mends it: the month's money is spent, or the account is disabled, suspended or paused.
 */
export type AccountRefusal = "spend-limit" | "account";

/** Why a channel was halted without a person; `too-many`: far more went out than was planned. */
export type BreakerReason = AccountRefusal | "too-many";

/** As much of a halt as a decision about a contact asks for. */
export type StandingHalt = Pick<Halted, "what" | "since">;

/** The halt that stops a contact on this channel, the widest first. */
export function haltOn(halts: readonly StandingHalt[], channel: Channel): StandingHalt | undefined {
  const on = (what: Halt) => halts.find((halt) => halt.what === what);
  return on("everything") ?? on(channel);
}

/** A contact that a halt held is looked at again after this share of the time that the halt has stood. */
const lookAgainShare = 1 / 6;
const lookAgainMinMs = 10 * minuteMs;
const lookAgainMaxMs = hourMs;

/**
 * How much later a contact is looked at again that this halt holds now, which is also how soon it goes
 * on once the halt is lifted: ten minutes, and as a halt lasts for hours up to an hour. Each look is a
 * write and a row in the ledger for every patient who is held, and one who has waited for days can
 * wait for an hour more.
 */
export function lookAgainAfterMs({ since }: StandingHalt, at: Instant): number {
  return Math.min(Math.max((at - since) * lookAgainShare, lookAgainMinMs), lookAgainMaxMs);
}

/**
 * Whether a halt that was resumed then may be set again: by a person always, by a breaker only for
 * a message that went to the provider after that. So nothing that was under way undoes a resume.
 */
export function mayHaltAgain(resumedAt: Instant | undefined, { by, since }: Halted): boolean {
  if (resumedAt === undefined) return false;
  return by === "person" || since > resumedAt;
}

/** Whether a refusal for this reason would meet the next message of the channel, too. */
export function tripsBreaker(reason: string): reason is AccountRefusal {
  return reason === "spend-limit" || reason === "account";
}
