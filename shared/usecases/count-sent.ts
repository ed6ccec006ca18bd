import type { Channel } from "#domain/patient/contact-point";
import type { SendOutcome } from "#domain/record/command";
import type { Clock, PaceStore } from "#ports";

/** See `createCountSent`. */
export type CountSent = (lane: Channel, outcome: SendOutcome) => Promise<void>;

/**
 * Counts what the provider took, or may have taken, where it takes so many a day: the release gives
 * no more than what is left of it.
 */
export function createCountSent({
  paces,
  clock,
}: {
  readonly paces: Pick<PaceStore, "noteSent">;
  readonly clock: Clock;
}): CountSent {
  return async (lane, outcome) => {
    if (outcome.is !== "accepted" && outcome.is !== "unknown") return;
    await paces.noteSent(lane, clock.now());
  };
}
