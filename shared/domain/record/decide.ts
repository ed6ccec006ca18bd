import { advance } from "./advance.ts";
import { claim } from "./claim.ts";
import type { Command } from "./command.ts";
import { giveConversationBack, takeConversation } from "./conversation.ts";
import { changeEligibility, enroll } from "./enroll.ts";
import type { RecordEvent } from "./event.ts";
import { noteGoal } from "./goal.ts";
import { endRefused, optOut } from "./opt-out.ts";
import { recordOutcome } from "./outcome.ts";
import { recordReceipt } from "./receipt.ts";
import type { PatientRecord } from "./record.ts";
import { receiveReply } from "./reply.ts";
import type { Rules } from "./rules.ts";
import { recordRaised, resolveTask } from "./task.ts";
import { begin, type Turn } from "./turn.ts";
import { reportWrongNumber } from "./wrong-number.ts";

/** Events to write, and the record that they make. */
export interface Decided {
  readonly events: readonly RecordEvent[];
  /** After all of the events, at the revision that it had before them. */
  readonly record: PatientRecord;
}

/**
 * What a command makes of a record: the events to write, none when it no longer applies. Pure and
 * total: production, simulator, forecast, `try` and the console's preview all run this.
 */
export function decide(
  record: PatientRecord,
  command: Command,
  rules: Rules,
): readonly RecordEvent[] {
  return decideOn(record, command, rules).events;
}

/** As `decide`, for whoever goes on with the record as well. */
export function decideOn(record: PatientRecord, command: Command, rules: Rules): Decided {
  const turn = begin(record, command.at, rules);
  act(turn, command);
  return { events: turn.events(), record: turn.record() };
}

function act(turn: Turn, command: Command): void {
  switch (command.type) {
    case "change-profile":
      return changeProfile(turn, command);
    case "enroll":
      return enroll(turn, command);
    case "change-eligibility":
      return changeEligibility(turn, command);
    case "note-goal":
      return noteGoal(turn, command);
    case "advance":
      return advance(turn);
    case "claim":
      return claim(turn, command.channel);
    case "record-outcome":
      return recordOutcome(turn, command);
    case "record-receipt":
      return recordReceipt(turn, command);
    case "receive-reply":
      return receiveReply(turn, command);
    case "opt-out":
      return optOut(turn, command);
    case "opt-in":
      return optIn(turn, command);
    case "report-wrong-number":
      return reportWrongNumber(turn, command);
    case "change-preferences":
      return changePreferences(turn, command);
    case "take-conversation":
      return takeConversation(turn, command);
    case "return-conversation":
      return giveConversationBack(turn, command);
    case "record-raised":
      return recordRaised(turn, command);
    case "resolve-task":
      return resolveTask(turn, command);
  }
}

function changeProfile(turn: Turn, command: Command & { type: "change-profile" }): void {
  const { reach } = turn.record();
  if (JSON.stringify(reach) === JSON.stringify(command.reach)) return;
  turn.emit({ type: "profile-changed", at: turn.at, reach: command.reach });
  if (command.reach.doNotContact) endRefused(turn);
}

/** Staff enter what the patient gave them: never without what shows it. */
function optIn(turn: Turn, command: Command & { type: "opt-in" }): void {
  const { scope, basis, evidence } = command;
  const { permissions } = turn.record();
  const known = permissions.findLastIndex(
    (statement) =>
      statement.says === "granted" && JSON.stringify(statement.scope) === JSON.stringify(scope),
  );
  // What was taken back since for less is given again with it.
  const isKnown = known >= 0 && permissions.slice(known).every(({ says }) => says === "granted");
  if (isKnown) return;
  turn.emit({ type: "opted-in", at: turn.at, via: "agent", scope, basis, evidence });
}

function changePreferences(turn: Turn, command: Command & { type: "change-preferences" }): void {
  const { preferences, evidence } = command;
  if (JSON.stringify(turn.record().preferences ?? {}) === JSON.stringify(preferences)) return;
  turn.emit({
    type: "preferences-changed",
    at: turn.at,
    preferences,
    ...(evidence === undefined ? {} : { evidence }),
  });
}
