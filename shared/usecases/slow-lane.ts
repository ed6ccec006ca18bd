import { slowDown } from "#domain/pace/slowing";
import type { Channel } from "#domain/patient/contact-point";
import type { SendOutcome } from "#domain/record/command";
import type { Clock, PaceStore } from "#ports";

/** See `createSlowLane`. */
export type SlowLane = (lane: Channel, outcome: SendOutcome) => Promise<void>;

/**
 * Slows a lane down whose provider throttled a message, so that the next releases give away fewer
 * moments. The message itself was let go and comes back a minute later, with a moment of its own.
 * Any other outcome changes nothing.
 */
export function createSlowLane({
  paces,
  clock,
}: {
  readonly paces: Pick<PaceStore, "slowing" | "slow">;
  readonly clock: Clock;
}): SlowLane {
  return async (lane, outcome) => {
    if (outcome.is !== "released" || outcome.reason !== "throttled") return;
    const before = await paces.slowing(lane);
    const after = slowDown(before, clock.now());
    if (after) await paces.slow(lane, before, after);
  };
}
