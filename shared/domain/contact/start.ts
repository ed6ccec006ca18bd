import { callLeadMs, clockSkewMs, windowGuardMs } from "../limits.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Instant, ZoneId } from "../zone.ts";
import { closesAt, nextOpen, openingHorizonMs } from "./hours.ts";
import type { ContactWindow } from "./window.ts";

/** The clocks that are read and the windows that must be open on each of them. */
export interface Hours {
  readonly zones: readonly ZoneId[];
  readonly windows: readonly ContactWindow[];
}

/**
 * The latest moment at which a contact taken up at `at` may start, both read off the worker's clock.
 * Undefined: not even at `at`. That clock may be off by `clockSkewMs`, so that much of the opening is
 * kept free at its begin and at its end, where the carrier and the length of a call come on top: at
 * the call of the provider the patient's own clocks are open whatever the skew (law 5).
 */
export function lastStart(
  at: Instant,
  channel: Channel,
  { zones, windows }: Hours,
): Instant | undefined {
  const surely = at - clockSkewMs;
  // Where it is closed already it closes at once, and nothing is left.
  const last = closesAt(surely, zones, windows) - leadOf(channel);
  return last >= at ? last : undefined;
}

/**
 * The first moment from `from` on, by the worker's clock, at which a contact may start. Undefined:
 * none within 35 days.
 */
export function firstStart(from: Instant, channel: Channel, hours: Hours): Instant | undefined {
  const { zones, windows } = hours;
  let open = nextOpen(from - clockSkewMs, zones, windows);
  while (open !== undefined && open <= from + openingHorizonMs) {
    const first = Math.max(from, open + clockSkewMs);
    if (lastStart(first, channel, hours) !== undefined) return first;
    // Too short an opening for this channel, or too little left of it.
    open = nextOpen(closesAt(open, zones, windows), zones, windows);
  }
  return undefined;
}

/** How long before the close a contact of the channel must have started. */
function leadOf(channel: Channel): number {
  return channel === "voice" ? callLeadMs : windowGuardMs;
}
