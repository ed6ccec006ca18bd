import type { Instant } from "../time.ts";
import {
  type Evidence,
  includes,
  type PermissionScope,
  type PermissionSource,
} from "./permission.ts";

/**
 * An opt-out that came from a number or address, or is about it. It belongs to the phone as much as
 * to the person: it holds for whoever is found there later.
 */
export interface PointStop {
  /** When it was said. Absent on stops of before that was kept: nothing is known to be later. */
  readonly at?: Instant;
  readonly via: PermissionSource;
  /** Absent: everything. The point is understood. */
  readonly scope?: Omit<PermissionScope, "point">;
  readonly evidence: Evidence;
}

/** What was said at a point and still counts. */
export interface PointWords {
  readonly stops: readonly PointStop[];
  /** The latest START from here. */
  readonly startedAt?: Instant;
}

/** `already-stopped`: all of it stood before. `opted-in-since`: a START came from here after it. */
export type StopEffect = "stopped" | "already-stopped" | "opted-in-since";

/**
 * What stands at a point after a stop, in whatever order stops and STARTs are heard. The same
 * object when there is nothing to write down.
 */
export function withStop(
  words: PointWords,
  stop: PointStop,
): { readonly words: PointWords; readonly is: StopEffect } {
  const { stops, startedAt = Number.NEGATIVE_INFINITY } = words;
  if (saidAt(stop) < startedAt) return { words, is: "opted-in-since" };
  const standing = stops.filter((known) => includes(known.scope ?? {}, stop.scope ?? {}));
  if (standing.some((known) => saidAt(known) >= saidAt(stop)))
    return { words, is: "already-stopped" };
  const others = stops.filter(
    (known) => !includes(stop.scope ?? {}, known.scope ?? {}) || saidAt(known) > saidAt(stop),
  );
  const is = standing.length > 0 ? "already-stopped" : "stopped";
  return { words: { ...words, stops: [...others, stop] }, is };
}

/**
 * What stands at a point after a START from it: every stop that was said before is lifted. One that
 * was said at the very moment stands, whichever of the two is heard first (law 12).
 */
export function withStart(words: PointWords, at: Instant): PointWords {
  const { stops, startedAt = Number.NEGATIVE_INFINITY } = words;
  if (startedAt >= at) return words;
  const isLifted = (stop: PointStop) => stop.at === undefined || stop.at < at;
  return { stops: stops.filter((stop) => !isLifted(stop)), startedAt: at };
}

const byWeight: readonly StopEffect[] = ["stopped", "already-stopped", "opted-in-since"];

/** What several stops came to together: any news, else what stood, else nothing. */
export function strongestEffect(effects: readonly StopEffect[]): StopEffect {
  return byWeight.find((effect) => effects.includes(effect)) ?? "opted-in-since";
}

function saidAt({ at }: PointStop): number {
  return at ?? Number.POSITIVE_INFINITY;
}
