import { type BreakerReason, tripsBreaker } from "#domain/contact/halt";
import type { Channel } from "#domain/patient/contact-point";
import type { OrganizationId } from "#domain/patient/profile";
import type { SendOutcome } from "#domain/record/command";
import type { Instant } from "#domain/time";
import type { OrganizationDirectory } from "#ports";

/** What a breaker halted, for whoever must mend it. */
export interface Tripped {
  readonly organization: OrganizationId;
  readonly channel: Channel;
  readonly reason: BreakerReason;
}

export interface BreakerPorts {
  readonly organizations: Pick<OrganizationDirectory, "halt">;
  /** Told once, by the worker that halted the channel, and by none that came later. */
  readonly tripped: (what: Tripped) => void;
}

/** See `createTripBreaker`. */
export type TripBreaker = (sent: {
  readonly organization: OrganizationId;
  readonly channel: Channel;
  /** When the message was claimed that came to this outcome. */
  readonly at: Instant;
  readonly outcome: SendOutcome;
}) => Promise<void>;

/**
 * Halts a channel when its provider takes nothing more from the account, by the very switch that a
 * person turns with `rounds halt`: each worker finds it within 15 seconds, contacts wait, and what
 * waits past its `notAfter` is withheld. Only a person resumes it. Any other outcome changes
 * nothing, and so does one of a message that went out before the last resume.
 */
export function createTripBreaker({ organizations, tripped }: BreakerPorts): TripBreaker {
  return async ({ organization, channel, at, outcome }) => {
    if (outcome.is !== "released" || !tripsBreaker(outcome.reason)) return;
    const { reason } = outcome;
    const halted = { what: channel, since: at, by: "breaker", reason } as const;
    const is = await organizations.halt(organization, halted);
    if (is === "halted") tripped({ organization, channel, reason });
  };
}
