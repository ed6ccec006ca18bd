import { continueStory } from "./continue-story.ts";
import type { Judge, Setting, Tell } from "./judge.ts";
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
  const tellAt = (law: number, { patient, revision }: LedgerRow): Tell => {
    return (subject, message, others = []) => {
      const revisions = [...new Set([...others, revision])].sort((a, b) => a - b);
      violations.push({ law, patient, revision, revisions, subject, message });
    };
  };
  const whole = wholeRows(rows, (row, message) => tellAt(wholeLedger, row)("ledger", message));
  const story = newStory();
  for (const row of whole) {
    const hearing = { row, event: row.event, story, setting };
    for (const { law, hear } of judges) {
      judge(tellAt(wholeLedger, row), () => hear?.(hearing, tellAt(law, row)));
    }
    continueStory(story, row);
  }
  const last = whole.at(-1);
  if (!last) return violations;
  for (const { law, close } of judges) close?.(story, setting, tellAt(law, last));
  return violations;
}

/** A zone that no calendar knows, and the like: what cannot be decided is not taken for lawful. */
function judge(tell: Tell, decide: () => void): void {
  try {
    decide();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tell("ledger", `cannot be judged: ${error.message}`);
  }
}
