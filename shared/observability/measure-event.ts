import type { RecordEvent } from "../domain/record/event.ts";
import { isRaisedLate } from "../domain/record/task.ts";
import type { Meter } from "./meter.ts";
import type { ReplyKind } from "./metric-list.ts";

/**
 * Counts what one event of a record means for patients and agents. Every contact, reply and task is
 * an event, so that what is counted here is all there is, whichever function did it. An event that
 * the stream hands over twice is counted twice: the ledger is exact, a metric is not.
 */
export function measureEvent(meter: Meter, event: RecordEvent): void {
  switch (event.type) {
    case "touch-accepted":
      return meter.add("Touches", { channel: event.channel, outcome: "sent" });
    case "touch-unknown":
      return meter.add("Touches", { channel: event.channel, outcome: "unknown" });
    case "touch-unconfirmed":
      return meter.add("Touches", { channel: event.channel, outcome: "unconfirmed" });
    case "touch-failed":
      return meter.add("Touches", { channel: event.channel, outcome: "failed" });
    case "touch-receipted":
      return measureReceipt(meter, event);
    case "touch-withheld":
      return meter.add("Withheld", { reason: event.reason });
    case "touch-moved":
      return meter.add("Moved", { reason: event.reason });
    case "reply-received":
      return measureReply(meter, event);
    case "escalated":
      return meter.add("Tasks", { outcome: "opened" });
    case "task-raised":
      return meter.add("Tasks", { outcome: isRaisedLate(event) ? "late" : "raised" });
    case "task-resolved":
      return meter.add("Tasks", { outcome: event.outcome });
    case "enrolled":
      return meter.add("Enrollments", { outcome: "enrolled" });
    case "enrollment-refused":
      return meter.add("Enrollments", { outcome: "refused" });
    case "enrollment-ended":
      return meter.add("Enrollments", { outcome: "ended" });
    default:
      return undefined;
  }
}

function measureReceipt(meter: Meter, event: RecordEvent & { type: "touch-receipted" }): void {
  const { channel, receipt } = event;
  // A carrier's word that it took the message adds nothing to what the provider said.
  if (receipt.is === "sent") return;
  meter.add("Touches", { channel, outcome: receipt.is });
  if (receipt.is === "failed") meter.add("Failures", { channel, reason: receipt.reason });
}

function measureReply(meter: Meter, event: RecordEvent & { type: "reply-received" }): void {
  const { channel, tier } = event;
  meter.add("Replies", { channel, kind: kindOf(event.meanings) });
  // T4 is a wish for service and no red flag.
  if (tier !== undefined && tier !== "T4") meter.add("RedFlags", { tier });
}

/** The first that holds: words may mean several things, and count as one reply. */
const kinds: readonly (readonly [meaning: string, kind: ReplyKind])[] = [
  ["opt-out", "opt-out"],
  ["wrong-number", "wrong-number"],
  ["opt-in", "opt-in"],
  ["help", "help"],
  ["wants-person", "person"],
];

function kindOf(meanings: readonly string[]): ReplyKind {
  const known = kinds.find(([meaning]) => meanings.includes(meaning));
  if (known) return known[1];
  return meanings.some((meaning) => meaning.startsWith("answer:")) ? "answer" : "not-understood";
}
