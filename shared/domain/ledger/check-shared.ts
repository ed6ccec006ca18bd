import { capOpensAt } from "../contact/caps.ts";
import type { ContactPolicy } from "../contact/policy.ts";
import type { PatientId } from "../patient/profile.ts";
import { graceMs } from "./judge.ts";
import type { SharedFact } from "./shared-fact.ts";
import type { Violation } from "./violation.ts";

type Contact = Extract<SharedFact, { readonly is: "contact" }>;

/**
 * Holds what the rows of several patients tell of one number, or of one reply, to laws 4, 6 and 7.
 * @param facts all of one `about`, in any order.
 */
export function checkShared(
  facts: readonly SharedFact[],
  { policy }: { readonly policy: ContactPolicy },
): readonly Violation[] {
  if (new Set(facts.map(({ patient }) => patient)).size < 2) return [];
  const ordered = facts.toSorted((a, b) => a.at - b.at || a.revision - b.revision);
  return [...tasksOfOneReply(ordered), ...afterStop(ordered), ...overCaps(ordered, policy)];
}

/** Whoever of the owners of a phone spoke, it is one person's emergency. */
function tasksOfOneReply(facts: readonly SharedFact[]): readonly Violation[] {
  const tasks = facts.filter((fact) => fact.is === "red-flag-task");
  return tasks.slice(1).map(({ patient, revision, task }) => ({
    ...{ law: 7, patient, revision, revisions: [revision], subject: task },
    message: `a red flag opened a task for ${tasks[0]?.patient} as well`,
  }));
}

/** A STOP from a phone is written to every owner: in each of their own accounts. */
function afterStop(facts: readonly SharedFact[]): readonly Violation[] {
  const violations: Violation[] = [];
  for (const contact of facts) {
    if (contact.is !== "contact") continue;
    const stop = facts.findLast((fact) => fact.is === "stop" && isBroken(fact, contact, facts));
    if (!stop) continue;
    const { patient, revision, key } = contact;
    violations.push({
      ...{ law: 4, patient, revision, revisions: [revision], subject: key },
      message: `claimed after STOP from this phone, which ${stop.patient} said (revision ${stop.revision})`,
    });
  }
  return violations;
}

/** A day is given for the word to reach all owners, and for a phone to become known as shared. */
function isBroken(stop: SharedFact, contact: Contact, facts: readonly SharedFact[]): boolean {
  const { patient, at } = contact;
  if (stop.patient === patient || at <= stop.at + graceMs) return false;
  if (!isOwnerAt(facts, patient, stop.at)) return false;
  const since = facts.filter((fact) => fact.at > stop.at && fact.at <= at);
  const isAllowed = since.some(
    (fact) => fact.is === "start" || (fact.is === "allowed" && fact.patient === patient),
  );
  if (isAllowed) return false;
  const own = facts.filter((fact) => fact.patient === patient && fact.at <= at);
  const word = own.findLast(({ is }) => is === "told" || is === "allowed");
  return word?.is !== "told";
}

/** Long enough for everybody to know it. */
function isOwnerAt(facts: readonly SharedFact[], patient: PatientId, at: number): boolean {
  const last = facts.findLast(
    (fact) =>
      fact.patient === patient && fact.at <= at && (fact.is === "owner" || fact.is === "no-owner"),
  );
  return last?.is === "owner" && last.at <= at - graceMs;
}

/**
 * The caps of a phone count the contacts of all who share it. A claim of which nobody knows whether
 * it got as far as the phone is left out: this finds no more than was surely too much.
 */
function overCaps(
  facts: readonly SharedFact[],
  { caps: all }: ContactPolicy,
): readonly Violation[] {
  // A day is that of whoever is contacted; what rolls is the same for everybody.
  const caps = all.filter(({ per, alike, states }) => per === "rolling" && !alike && !states);
  const owners = [...new Set(facts.map(({ patient }) => patient))];
  const isShared = ({ at }: Contact) =>
    owners.filter((owner) => isOwnerAt(facts, owner, at)).length > 1;
  const contacts = facts.filter(
    (fact): fact is Contact => fact.is === "contact" && fact.isSure && isShared(fact),
  );
  return contacts.flatMap((contact, index) => {
    const before = contacts.slice(0, index);
    const cap = capOpensAt(contact, before, { caps, place: { zones: [] } });
    if (!cap) return [];
    const { patient, revision, key } = contact;
    const message = `a shared phone was contacted over the cap ${cap.cap}`;
    return [{ law: 6, patient, revision, revisions: [revision], subject: key, message }];
  });
}
