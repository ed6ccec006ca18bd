import { stepsPerEnrollmentMax } from "../limits.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Instant } from "../time.ts";
import type { Command } from "./command.ts";
import { decide } from "./decide.ts";
import { type Lane, nextDue } from "./due.ts";
import type { RecordEvent } from "./event.ts";
import { evolveAll } from "./evolve.ts";
import type { PatientRecord } from "./record.ts";
import type { Rules } from "./rules.ts";
import type { TouchRef } from "./touch.ts";

/** Due work done in one go without the clock moving: more would be a loop of our own making. */
const turnsPerMomentMax = 4 * stepsPerEnrollmentMax;

/**
 * One patient's record with everybody around it played: workers come when something is due, the
 * provider accepts every message, agents are told of every task. What people say and do comes in
 * through `put`. For `rounds try`, golden conversations and the forecast: all walk the code that
 * runs in production.
 */
export interface Rehearsal {
  now(): Instant;
  record(): PatientRecord;
  /** Everything that happened, in order. */
  events(): readonly RecordEvent[];
  /** Puts a command at this moment, then does all that is due by then. */
  put(command: CommandNow): void;
  /** When something is due next; `undefined`: nothing will happen by itself. */
  nextAt(): Instant | undefined;
  /** Moves the clock there, doing whatever falls due on the way. Never moves back. */
  runUntil(at: Instant): void;
  /** The touch that went out last on this channel, campaign or notice. */
  lastTouch(channel?: Channel): TouchRef | undefined;
}

/** A command without its moment: the rehearsal's clock gives it. */
export type CommandNow = Command extends infer One
  ? One extends Command
    ? Omit<One, "at">
    : never
  : never;

export function rehearse(from: {
  readonly record: PatientRecord;
  readonly at: Instant;
  readonly rules: Rules;
  /** Writes the record away and reads it back, as between two functions. */
  readonly store?: (record: PatientRecord) => PatientRecord;
}): Rehearsal {
  const { rules, store = (record) => record } = from;
  let record = from.record;
  let now = from.at;
  const log: RecordEvent[] = [];

  const apply = (command: CommandNow): readonly RecordEvent[] => {
    const events = decide(record, { ...command, at: now } as Command, rules);
    if (events.length > 0) record = store(evolveAll(record, events));
    log.push(...events);
    return events;
  };

  const work = (lane: Lane): void => {
    if (lane === "decide") {
      apply({ type: "advance" });
    } else if (lane === "task") {
      for (const task of record.tasks) {
        if (task.raiseAt > now) continue;
        apply({ type: "record-raised", task: task.id, raised: task.raised });
      }
    } else {
      const claimed = apply({ type: "claim", channel: lane }).find(
        (event) => event.type === "touch-claimed",
      );
      if (!claimed) return;
      const outcome = { is: "accepted", providerId: `rehearsed-${log.length}` } as const;
      apply({ type: "record-outcome", touch: claimed.touch, outcome });
    }
  };

  const settle = (until: Instant): void => {
    let turns = 0;
    for (let due = nextDue(record); due && due.at <= until; due = nextDue(record)) {
      turns = due.at > now ? 0 : turns + 1;
      if (turns > turnsPerMomentMax) throw new Error("rehearsal/never-settles");
      now = Math.max(now, due.at);
      work(due.lane);
    }
  };

  return {
    now: () => now,
    record: () => record,
    events: () => log,
    put: (command) => {
      settle(now);
      apply(command);
      settle(now);
    },
    nextAt: () => nextDue(record)?.at,
    runUntil: (at) => {
      settle(at);
      now = Math.max(now, at);
    },
    lastTouch: (channel) =>
      record.touches.findLast((touch) => channel === undefined || touch.channel === channel)?.touch,
  };
}
