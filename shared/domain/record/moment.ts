import { type CapOpening, capOpensAt } from "../contact/caps.ts";
import { closesAt, isOpen, nextOpen } from "../contact/hours.ts";
import { callLeadMs, startWithinMs, windowGuardMs } from "../limits.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Instant } from "../time.ts";
import { chance } from "./digest.ts";

import { type TouchRef, touchKey } from "./touch.ts";
import type { MoveReason } from "./touch-event.ts";
import { statesOf, type Turn, zonesOf } from "./turn.ts";

/** Rounds of "hours, then caps" before a moment is given up: each moves at least one opening. */
const roundsMax = 30;

const minuteMs = 60_000;

export interface Moment {
  readonly at: Instant;
  /** What moved it from the moment asked for, and the rule's name. */
  readonly moved?: { readonly reason: MoveReason; readonly rule: string };
}

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
): Moment | undefined {
  let moment: Moment = { at: earliest };
  for (let round = 0; round < roundsMax; round += 1) {
    const open = openingFor(turn, touch, channel, moment.at);
    if (open === undefined) return undefined;
    if (open !== moment.at) moment = { at: open, moved: { reason: "hours", rule: "hours" } };
    const cap = capAt(turn, { touch, channel, at: moment.at });
    if (!cap) return moment;
    moment = { at: cap.at, moved: { reason: "cap", rule: cap.cap } };
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
  const contact = { at, campaign: touch.campaign, channel, point };
  const begun = touches
    .filter((recent) => !recent.isNotice)
    .map((recent) => ({ ...recent, campaign: recent.touch.campaign }));
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
  const closes = lastStart(turn, channel, turn.at);
  if (closes === undefined) return undefined;
  const by = Math.min(closes, notAfter, turn.at + startWithinMs);
  return by >= turn.at ? by : undefined;
}

function lastStart(turn: Turn, channel: Channel, at: Instant): Instant | undefined {
  const zones = zonesOf(turn);
  const { window } = turn.rules.policy;
  if (!isOpen(at, zones, window)) return undefined;
  const lead = channel === "voice" ? callLeadMs : windowGuardMs;
  const last = closesAt(at, zones, window) - lead;
  return last >= at ? last : undefined;
}

function openingFor(
  turn: Turn,
  touch: TouchRef,
  channel: Channel,
  from: Instant,
): Instant | undefined {
  if (lastStart(turn, channel, from) !== undefined) return from;
  const zones = zonesOf(turn);
  const { window, spreadMinutes } = turn.rules.policy;
  const after = isOpen(from, zones, window) ? closesAt(from, zones, window) : from;
  const open = nextOpen(after, zones, window);
  if (open === undefined) return undefined;
  const spread = Math.floor(chance(touchKey(turn.record(), touch)) * spreadMinutes) * minuteMs;
  return lastStart(turn, channel, open + spread) === undefined ? open : open + spread;
}
