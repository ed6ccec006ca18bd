import type { CountedContact } from "../contact/caps.ts";
import type { PointId } from "../patient/contact-point.ts";
import type { OrganizationId, PatientId } from "../patient/profile.ts";
import type { RecordEvent } from "../record/event.ts";
import { type TouchKey, touchKey } from "../record/touch.ts";
import type { Instant } from "../time.ts";
import { isAnswer } from "./campaign-claim.ts";
import { isRedFlag, replyOfTask } from "./laws/red-flag.ts";
import type { LedgerRow } from "./row.ts";
import { wholeRows } from "./whole-rows.ts";

/** What one patient's rows tell of a number or a reply that may be other patients' as well. */
export type SharedFact = {
  /** What it is about: facts of the same belong together, whoever's they are. */
  readonly about: string;
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  readonly revision: number;
  readonly at: Instant;
} & FactOfPatient;

type FactOfPatient =
  /** From here on, or no longer, contacts of this patient go there. */
  | { readonly is: "owner" }
  | { readonly is: "no-owner" }
  /** The patient's own STOP for everything, said there. */
  | { readonly is: "stop" }
  /** START said there. */
  | { readonly is: "start" }
  /** This patient's rows tell that what is said there was taken back. */
  | { readonly is: "told" }
  /** This patient gave a permission anew, wherever. */
  | { readonly is: "allowed" }
  /** A campaign's contact there; sure: a provider had it, so the number was claimed as well. */
  | ({ readonly is: "contact"; readonly key: TouchKey; readonly isSure: boolean } & CountedContact)
  /** A red flag of this reply became a task. */
  | { readonly is: "red-flag-task"; readonly task: string };

/** The facts of one patient's rows, which may come in any order. */
export function sharedFactsIn(rows: readonly LedgerRow[]): readonly SharedFact[] {
  const whole = wholeRows(rows, () => undefined);
  const points = new Set<PointId>();
  const facts: SharedFact[] = [];
  const outcomes = outcomesIn(whole);
  for (const row of whole) {
    const { organization, patient, revision, event } = row;
    const add = (about: string, fact: FactOfPatient) => {
      facts.push({ about, organization, patient, revision, at: event.at, ...fact });
    };
    const addAt = (point: PointId, fact: FactOfPatient) =>
      add(`${organization}/point/${point}`, fact);
    if (event.type === "profile-changed") moveBetween(points, pointsOf(event), addAt);
    else if (event.type === "opted-out") addOptOut(event, points, addAt);
    else if (event.type === "opted-in") {
      if (event.from !== undefined) addAt(event.from, { is: "start" });
      for (const point of points) addAt(point, { is: "allowed" });
    } else if (event.type === "touch-claimed" && !isAnswer(event)) {
      const key = touchKey(row, event.touch);
      const outcome = outcomes.get(`${key}@${revision}`);
      if (outcome === "let-go") continue;
      const { at, channel, point } = event;
      const contact = { at, channel, point, campaign: event.touch.campaign };
      addAt(point, { is: "contact", key, isSure: outcome === "sure", ...contact });
    } else if (event.type === "escalated" && isRedFlag(event.tier)) {
      const { id: task } = event.task;
      add(`${organization}/reply/${replyOfTask(task)}`, { is: "red-flag-task", task });
    }
  }
  return facts;
}

type About<Type extends RecordEvent["type"]> = Extract<RecordEvent, { readonly type: Type }>;

function pointsOf({ reach }: About<"profile-changed">): ReadonlySet<PointId> {
  return new Set(Object.values(reach.points));
}

type Add = (point: PointId, fact: FactOfPatient) => void;

function moveBetween(before: Set<PointId>, now: ReadonlySet<PointId>, add: Add): void {
  for (const point of before) {
    if (now.has(point)) continue;
    before.delete(point);
    add(point, { is: "no-owner" });
  }
  for (const point of now) {
    if (before.has(point)) continue;
    before.add(point);
    add(point, { is: "owner" });
  }
}

function addOptOut(event: About<"opted-out">, points: ReadonlySet<PointId>, add: Add): void {
  const { scope = {}, from, evidence } = event;
  const origin = scope.point ?? from;
  // Without a number it is about every one of them.
  for (const point of origin === undefined ? points : [origin]) add(point, { is: "told" });
  const isForAll = Object.values(scope).every((part) => part === undefined);
  const isOwnWord = evidence?.by === "patient" && evidence.reference.startsWith("reply:");
  if (isForAll && isOwnWord && from !== undefined) add(from, { is: "stop" });
}

/** By `key@revision` of the claim: whether a provider surely had the contact, or surely did not. */
function outcomesIn(rows: readonly LedgerRow[]): ReadonlyMap<string, "sure" | "let-go"> {
  const outcomes = new Map<string, "sure" | "let-go">();
  const claims = new Map<TouchKey, number>();
  for (const row of rows) {
    const { event } = row;
    if (!("touch" in event)) continue;
    const key = touchKey(row, event.touch);
    if (event.type === "touch-claimed") claims.set(key, row.revision);
    const claim = `${key}@${claims.get(key)}`;
    if (event.type === "touch-accepted" || event.type === "touch-receipted") {
      outcomes.set(claim, "sure");
    }
    if (event.type === "touch-released") outcomes.set(claim, "let-go");
  }
  return outcomes;
}
