import type { Campaign } from "../campaign/campaign.ts";
import type { Reachability } from "../patient/profile.ts";
import { type Day, dayOf, type Instant, type ZoneId } from "../time.ts";
import { isOf } from "./change-enrollment.ts";
import { counted } from "./counted.ts";
import type { EnrollmentRef, RecordEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import type { Enrollment, PatientRecord, RecentTouch } from "./record.ts";
import type { Rules } from "./rules.ts";
import { isSameTouch, type TouchRef } from "./touch.ts";

/**
 * One decision in the making: the events so far and the record as they leave it, so that each
 * next rule sees what the ones before it said.
 */
export interface Turn {
  readonly at: Instant;
  readonly rules: Rules;
  /** The record after all events emitted so far. */
  record(): PatientRecord;
  emit(event: RecordEvent): void;
  events(): readonly RecordEvent[];
}

export function begin(record: PatientRecord, at: Instant, rules: Rules): Turn {
  let current = record;
  const emitted: RecordEvent[] = [];
  return {
    at,
    rules,
    record: () => current,
    emit: (said) => {
      const event = counted(current, said, rules.business.zone);
      emitted.push(event);
      current = evolve(current, event);
    },
    events: () => emitted,
  };
}

/** The zones to check hours in: the patient's, or all possible ones when nothing is known. */
export function zonesOf(turn: Turn): readonly ZoneId[] {
  const { zones } = turn.record().reach;
  return zones.length > 0 ? zones : turn.rules.policy.unknownZones;
}

/** The states that the patient may be in, where they are known. */
export function statesOf(turn: Turn): Pick<Reachability, "states"> {
  const { states } = turn.record().reach;
  return states === undefined ? {} : { states };
}

/** The latest of the possible local days: past it in any zone, something may be over. */
export function latestDay(turn: Turn): Day {
  return Math.max(...zonesOf(turn).map((zone) => dayOf(turn.at, zone)));
}

/** The zone in which calendar spans are counted. */
export function zoneOf(turn: Turn): ZoneId {
  return zonesOf(turn)[0] ?? "UTC";
}

export function enrollmentOf(turn: Turn, ref: EnrollmentRef): Enrollment | undefined {
  return turn.record().enrollments.find((enrollment) => isOf(enrollment, ref));
}

export function campaignOf(turn: Turn, enrollment: Enrollment): Campaign | undefined {
  return turn.rules.campaign(enrollment.campaign, enrollment.version);
}

export function recentTouch(turn: Turn, touch: TouchRef): RecentTouch | undefined {
  return turn.record().touches.find((recent) => isSameTouch(recent.touch, touch));
}

/** The enrollment that this touch was made for, if it still stands at that very occurrence. */
export function enrollmentAt(turn: Turn, touch: TouchRef): Enrollment | undefined {
  const enrollment = enrollmentOf(turn, touch);
  return enrollment &&
    enrollment.step === touch.step &&
    enrollment.occurrences[touch.step] === touch.occurrence
    ? enrollment
    : undefined;
}

/** The touch that an enrollment plans or holds at its step. */
export function touchAt(enrollment: Enrollment): TouchRef {
  return {
    campaign: enrollment.campaign,
    episode: enrollment.episode,
    step: enrollment.step,
    occurrence: enrollment.occurrences[enrollment.step] ?? 1,
  };
}
