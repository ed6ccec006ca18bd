import { continueStory } from "./continue-story.ts";
import type { Hearing, Judge, Setting, Tell } from "./judge.ts";
import { atMostOnce } from "./laws/at-most-once.ts";
import { capsHold } from "./laws/caps.ts";
import { everyEnd } from "./laws/every-end.ts";
import { withinHours } from "./laws/hours.ts";
import { noContactAfterOptOut } from "./laws/opt-out.ts";
import { redFlagIsOneTask } from "./laws/red-flag.ts";
import { staleIsDropped } from "./laws/stale.ts";
import { noContactAfterEnd } from "./laws/standing.ts";
import { unknownStaysVisible } from "./laws/unknown.ts";
import type { LedgerRow } from "./row.ts";
import { newStory } from "./story.ts";
import type { Violation } from "./violation.ts";
import { wholeRows } from "./whole-rows.ts";

const judges: readonly Judge[] = [
  atMostOnce,
  everyEnd,
  unknownStaysVisible,
  noContactAfterOptOut,
  withinHours,
  capsHold,
  redFlagIsOneTask,
  noContactAfterEnd,
  staleIsDropped,
];

/** Not one of the nine: the account itself has a hole (law 13). */
const wholeLedger = 13;

/** Holds all rows of one patient to the laws, one after the other. They may come in any order. */
export function checkPatient(rows: readonly LedgerRow[], setting: Setting): readonly Violation[] {
  const violations: Violation[] = [];
  let heard: LedgerRow | undefined;
  const tellOf = (law: number): Tell => {
    return (subject, message, others = []) => {
      if (heard === undefined) return;
      const { patient, revision } = heard;
      const revisions = [...new Set([...others, revision])].sort((a, b) => a - b);
      violations.push({ law, patient, revision, revisions, subject, message });
    };
  };
  const tellOfLedger = tellOf(wholeLedger);
  const whole = wholeRows(rows, (row, message) => {
    heard = row;
    tellOfLedger("ledger", message);
  });
  const bench = judges.map((judge) => ({ judge, tell: tellOf(judge.law) }));
  const story = newStory();
  for (const row of whole) {
    heard = row;
    const hearing = { row, event: row.event, story, setting };
    for (const { judge, tell } of bench) {
      const problem = undecided(judge, hearing, tell);
      if (problem !== undefined) tellOfLedger("ledger", `cannot be judged: ${problem}`);
    }
    continueStory(story, row);
  }
  if (whole.length === 0) return violations;
  for (const { judge, tell } of bench) judge.close?.(story, setting, tell);
  return violations;
}

/**
 * Has a judge hear a row, and says why the law could not be decided on it: a zone that no calendar
 * knows, and the like. That is not taken for lawful.
 */
function undecided(judge: Judge, hearing: Hearing, tell: Tell): string | undefined {
  try {
    judge.hear?.(hearing, tell);
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message;
  }
}
