import { type Instant, minuteMs } from "../time.ts";

/**
 * How fast a provider takes messages from one identity: text parts a second of a number (3 from a
 * toll-free one, 1 from a 10DLC one until the brand is vetted, 100 from a short code), mails or
 * calls a second of an account. Source: AWS End User Messaging SMS User Guide, "Message parts per
 * second limits"; Amazon SES and Amazon Connect quotas.
 */
export interface Pace {
  /** More than 0. */
  readonly perSecond: number;
}

/**
 * The part of a provider's limit that is used. The rest is for workers that are some milliseconds
 * early or late, so that no second holds more messages than the provider takes.
 */
const shareUsed = 0.98;

/** How many a second are sent to a provider that takes so many. */
export function usedPerSecond({ perSecond }: Pace): number {
  return perSecond * shareUsed;
}

/** A release gives away the minute that begins so long after its own, to be late without a gap. Ms. */
const lagMs = 6_000;

/** From a release to the soonest moment: the queue, and a worker's start. Ms. */
const readyMs = 3_000;

/**
 * The moments at which messages may go, evenly spaced over all time: whoever asks for the moments
 * of a span gets the same ones, and spans that follow one another never share any. From `from` to
 * before `to`.
 */
export function slotsBetween(from: Instant, to: Instant, pace: Pace): readonly Instant[] {
  const gapMs = 1_000 / usedPerSecond(pace);
  const slots: Instant[] = [];
  for (let index = Math.ceil(from / gapMs); index * gapMs < to; index += 1) {
    slots.push(Math.round(index * gapMs));
  }
  return slots;
}

/** What one release has to give away. */
export interface ReleaseSlots {
  readonly slots: readonly Instant[];
  /** Moments still to come that the release before it gave away. */
  readonly given: number;
}

/**
 * The moments that the release of this minute gives away. A release that runs late, or twice, has
 * those that are left of its own minute and takes none of the next one's.
 */
export function slotsOfRelease(now: Instant, pace: Pace): ReleaseSlots {
  const first = Math.floor(now / minuteMs) * minuteMs + lagMs;
  return {
    slots: slotsBetween(Math.max(first, now + readyMs), first + minuteMs, pace),
    given: slotsBetween(now, first, pace).length,
  };
}
