import type { ContactPolicy } from "#domain/contact/policy";
import type { LedgerRow } from "#domain/ledger/row";
import { verify } from "#domain/ledger/verify";
import { nextDue } from "#domain/record/due";
import type { PatientRecord } from "#domain/record/record";
import { parseTouchKey, type TouchKey } from "#domain/record/touch";
import type { WorklistEntry } from "#domain/task/claim";
import type { Instant } from "#domain/time";
import type { Finding } from "./finding.ts";
import type { Witness } from "./witness.ts";

/** After this nothing is on its way any more: the ledger is judged as of then. Ms. */
const longAfterMs = 48 * 3_600_000;

interface Evidence {
  readonly policy: ContactPolicy;
  readonly end: Instant;
  readonly witness: Pick<Witness, "accepted" | "said" | "told" | "findings">;
  /** What the stream made of all writes. */
  readonly ledger: readonly LedgerRow[];
  /** What was written at home, in order. */
  readonly written: readonly LedgerRow[];
  /** What was written anywhere, regions that were left included. */
  readonly everywhere: readonly LedgerRow[];
  /** Claimed in a region that was left, and not known at home. */
  readonly leftBehind: ReadonlySet<TouchKey>;
  readonly records: Iterable<PatientRecord>;
  /** What still stands in the worklist at home. */
  readonly worklist: readonly WorklistEntry[];
}

/**
 * What is wrong after all is healed: by the checker that users have, over the ledger and the
 * providers' own lists, and by what only the inside can show.
 */
export function judge(evidence: Evidence): readonly Finding[] {
  const { policy, end, witness, ledger, leftBehind } = evidence;
  const { violations } = verify(ledger, {
    policy,
    asOf: end + longAfterMs,
    accepted: witness.accepted.filter(({ key }) => !leftBehind.has(key)),
  });
  return [
    ...witness.findings,
    ...violations.map(({ law, patient, subject, message }) => ({ law, patient, subject, message })),
    ...[...evidence.records].flatMap(unfinished),
    ...acceptedTwice(witness, leftBehind),
    ...holesIn(evidence),
    ...unheard(evidence),
    ...untold(evidence),
    ...stillListed(evidence),
  ];
}

/** Whatever still waits for something, when nothing can happen any more. */
function unfinished(record: PatientRecord): readonly Finding[] {
  const { patient, enrollments, notices, tasks, inFlight } = record;
  const found = (subject: string, message: string) => ({ law: 2, patient, subject, message });
  return [
    ...enrollments.map(({ campaign, state }) =>
      found(campaign, `an enrollment never ended: it is ${state.status}`),
    ),
    ...notices.map(({ kind, reply }) => found(reply, `the answer ${kind} never ended`)),
    ...tasks.map(({ id }) => found(id, "a task never ended")),
    ...(inFlight ? [found(inFlight.touch.campaign, "a touch is still held by a worker")] : []),
    ...(nextDue(record) ? [found("record", "something is due and nobody came")] : []),
  ];
}

/** Of contacts that the home's own ledger does not know of, the checker cannot say so. */
function acceptedTwice(
  { accepted }: Evidence["witness"],
  leftBehind: ReadonlySet<TouchKey>,
): readonly Finding[] {
  const seen = new Set<TouchKey>();
  return accepted.flatMap(({ key }) => {
    if (!leftBehind.has(key) || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    const patient = parseTouchKey(key)?.patient ?? "";
    return [{ law: 1, patient, subject: key, message: "a region that was left sent it twice" }];
  });
}

/**
 * The ledger is what was written: each row once. By their names, for a ledger that was read back
 * holds other objects than those that were written.
 */
function holesIn({ ledger, written }: Evidence): readonly Finding[] {
  const keyOf = ({ patient, revision, index }: LedgerRow) => `${patient}/${revision}/${index}`;
  const kept = new Set(ledger.map(keyOf));
  const missing = written.filter((row) => !kept.has(keyOf(row)));
  const found = missing.map((row) => ({
    law: 13,
    patient: row.patient,
    subject: keyOf(row),
    message: "a row that was written is missing from the ledger",
  }));
  if (missing.length > 0 || ledger.length === written.length) return found;
  const message = `the ledger has ${ledger.length} rows for ${written.length} that were written`;
  return [{ law: 13, patient: "", subject: "ledger", message }];
}

/** Each reply is heard, and is one person's word. */
function unheard({ witness, everywhere }: Evidence): readonly Finding[] {
  const heard = new Set<string>();
  const flags = new Map<string, string>();
  const found: Finding[] = [];
  for (const { patient, event } of everywhere) {
    if (event.type === "reply-received") heard.add(event.reply);
    if (event.type !== "escalated" || event.tier === undefined || event.tier >= "T3") continue;
    const reply = event.task.id.slice(event.task.id.lastIndexOf(":") + 1);
    const before = flags.get(reply);
    if (before !== undefined) {
      const message = `a red flag opened tasks for ${before} and ${patient}`;
      found.push({ law: 7, patient, subject: reply, message });
    }
    flags.set(reply, patient);
  }
  for (const reply of witness.said) {
    if (heard.has(reply)) continue;
    found.push({ law: 2, patient: "", subject: reply, message: "a reply was never heard" });
  }
  return found;
}

/** Each task was put before agents. */
function untold({ witness, everywhere }: Evidence): readonly Finding[] {
  return everywhere.flatMap(({ patient, event }) => {
    if (event.type !== "escalated" || witness.told.has(event.task.id)) return [];
    return [{ law: 14, patient, subject: event.task.id, message: "no agent was told of a task" }];
  });
}

/** All tasks have ended, and so has what agents see of them. */
function stillListed({ worklist }: Evidence): readonly Finding[] {
  return worklist.map(({ listed: { patient, task } }) => {
    const message = "a task that was closed still stands in the worklist";
    return { law: 2, patient, subject: task.id, message };
  });
}
