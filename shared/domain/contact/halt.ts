import type { Channel } from "../patient/contact-point.ts";
import type { Instant } from "../time.ts";

/**
 * What is stopped because something is wrong: every contact of every campaign in this region, or
 * those of one channel. Direct answers to patients still go, for who writes "my chest hurts" must
 * not meet silence. One campaign is stopped by pausing it.
 */
export type Halt = "everything" | Channel;

/** One halt that stands until a person resumes it. */
export interface Halted {
  readonly what: Halt;
  readonly since: Instant;
  /** `breaker`: set by the system itself, for the reason that it gives. */
  readonly by: "person" | "breaker";
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

/** The halt that stops a contact on this channel, the widest first. */
export function haltOn(halts: readonly Halt[], channel: Channel): Halt | undefined {
  if (halts.includes("everything")) return "everything";
  return halts.find((halt) => halt === channel);
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
