import { dayMs, hourMs, type Instant, minuteMs } from "#domain/time";
import type { Clinic } from "./crowd.ts";
import type { Ground } from "./environment.ts";
import type { Fleet } from "./fleet.ts";
import type { Skills } from "./skills.ts";
import type { Stores } from "./stores.ts";

/** After midnight. */
const selectionAtMs = 6 * hourMs;

/** Has selection run on each of the days. */
export function selectDaily(life: {
  readonly ground: Ground;
  readonly clinic: Clinic;
  readonly from: Instant;
  readonly until: Instant;
}): void {
  const { ground, clinic, from, until } = life;
  const { organization } = clinic.stores;
  for (let at = from + selectionAtMs; at < until; at += dayMs) {
    ground.timeline.at(at, "selection", () => {
      clinic.queues.errands.send([({ select }) => select({ organization })]);
    });
  }
}

/**
 * The release of what is due, each whole minute. Minutes in which nothing can be due are left out:
 * nobody could tell them from the others.
 */
export function createReleases(
  { timeline }: Ground,
  { stores, fleet }: { readonly stores: Stores; readonly fleet: Fleet<Skills> },
) {
  let everyMs = minuteMs;
  let tickAt = Number.POSITIVE_INFINITY;
  let isOff = false;
  const plan = (due: Instant) => {
    const at = Math.ceil(Math.max(due, timeline.now() + 1) / everyMs) * everyMs;
    if (at >= tickAt) return;
    tickAt = at;
    timeline.at(at, "release", () => tick(at));
  };
  const tick = (at: Instant) => {
    // An earlier one was planned since, and has planned the next.
    if (at !== tickAt || isOff) return;
    tickAt = Number.POSITIVE_INFINITY;
    const next = stores.records.nextDueAt();
    if (next === undefined) return;
    if (next <= at) {
      fleet.begin(
        "release",
        ({ release }) => release(),
        () => undefined,
      );
    }
    // What is due stays so until a worker has dealt with it: it is looked for again each minute.
    plan(next);
  };
  return {
    /** To be told of whatever is due: it may be so sooner than all else. */
    mind: plan,
    /** From the next one on, so far apart. Ms. */
    space(ms: number): void {
      everyMs = ms;
    },
    stop(): void {
      isOff = true;
    },
  };
}
