import { type CapOpening, capOpensAt } from "../contact/caps.ts";
import { firstStart, type Hours, lastStart } from "../contact/start.ts";
import { windowsFor } from "../contact/windows-for.ts";
import { startWithinMs } from "../limits.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Instant } from "../time.ts";
import { chance } from "./digest.ts";
import { type TouchRef, touchKey } from "./touch.ts";
import { statesOf, type Turn, zonesOf } from "./turn.ts";

/** Rounds of "hours, then caps" before a moment is given up: each moves at least one opening. */
const roundsMax = 30;

const minuteMs = 60_000;

/**
 * The first moment from `earliest` on at which hours and caps let this touch start. Touches that
 * would all start at an opening are spread over the policy's minutes by a hash of their key, so
 * that a thousand patients do not share a second. `undefined`: never, with these zones.
 */
export function firstAllowed(
  turn: Turn,
  touch: TouchRef,
  channel: Channel,
  earliest: Instant,
): Instant | undefined {
  let from = earliest;
  for (let round = 0; round < roundsMax; round += 1) {
    const open = openingFor(turn, touch, channel, from);
    if (open === undefined) return undefined;
    const cap = capAt(turn, { touch, channel, at: open });
    if (!cap) return open;
    from = cap.at;
  }
  return undefined;
}

/** The cap that forbids a start at that moment, and when it opens again. */
export function capAt(
  turn: Turn,
  { touch, channel, at }: { touch: TouchRef; channel: Channel; at: Instant },
): CapOpening | undefined {
  const { reach, touches } = turn.record();
  const point = reach.points[channel] ?? "";
  const contact = { at, channel, point, campaign: touch.campaign };
  const begun = touches
    .filter((recent) => !recent.isNotice)
    .map(({ at, channel, point, touch }) => ({ at, channel, point, campaign: touch.campaign }));
  const place = { zones: zonesOf(turn), ...statesOf(turn) };
  return capOpensAt(contact, begun, { caps: turn.rules.policy.caps, place });
}

/**
 * The latest moment at which the provider call of a claim made now may start: before the window
 * closes less a guard (calls: less their length), before the touch is stale, and within seconds,
 * for an opt-out that comes now must stop all but what is already under way. `undefined`: not
 * even now.
 */
export function startBy(turn: Turn, channel: Channel, notAfter: Instant): Instant | undefined {
  const closes = lastStart(turn.at, channel, hoursOf(turn));
  if (closes === undefined) return undefined;
  const by = Math.min(closes, notAfter, turn.at + startWithinMs);
  return by >= turn.at ? by : undefined;
}

function openingFor(
  turn: Turn,
  touch: TouchRef,
  channel: Channel,
  from: Instant,
): Instant | undefined {
  const hours = hoursOf(turn);
  const open = firstStart(from, channel, hours);
  if (open === undefined || open === from) return open;
  const { spreadMinutes } = turn.rules.policy;
  const spread = Math.floor(chance(touchKey(turn.record(), touch)) * spreadMinutes) * minuteMs;
  return lastStart(open + spread, channel, hours) === undefined ? open : open + spread;
}

/** The clocks and windows of this patient under the organization's policy. */
export function hoursOf(turn: Turn): Hours {
  const { reach, preferences } = turn.record();
  return {
    zones: zonesOf(turn),
    windows: windowsFor(turn.rules.policy, reach, preferences?.hours),
  };
}
