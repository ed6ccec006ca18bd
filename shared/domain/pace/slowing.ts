import { type Instant, minuteMs } from "../time.ts";

/** That a provider throttled a lane: from `at` on it goes at `share` of its pace, and rises slowly. */
export interface Slowing {
  readonly at: Instant;
  /** More than 0, at most 1. */
  readonly share: number;
}

/** What is left of the share after a throttle; and what it gains by each minute without one. */
const factor = 0.8;
const risePerMinute = 0.01;

/** However often it is throttled, a lane goes on at this share, to find out when it may go faster. */
const leastShare = 0.05;

/**
 * Throttles within this after a slowing still tell of the pace before it: the release that knows of
 * it gives away moments that begin up to 66 seconds later, and a worker takes some seconds. Ms.
 */
const settleMs = 90_000;

/**
 * The share of its pace at which a lane goes: additive increase, multiplicative decrease, so that it
 * finds a limit that nobody told us and tries again when the limit is lifted. Source: Chiu and Jain,
 * "Analysis of the increase and decrease algorithms for congestion avoidance in computer networks",
 * 1989.
 */
export function shareAt(slowing: Slowing | undefined, now: Instant): number {
  if (!slowing) return 1;
  const minutes = Math.max(0, now - slowing.at) / minuteMs;
  return Math.min(1, slowing.share + minutes * risePerMinute);
}

/** The slowing after a throttle at that moment; `undefined`: the last one has not worked yet. */
export function slowDown(before: Slowing | undefined, at: Instant): Slowing | undefined {
  if (before && at - before.at < settleMs) return undefined;
  return { at, share: Math.max(leastShare, shareAt(before, at) * factor) };
}
