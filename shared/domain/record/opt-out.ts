import type { Purpose } from "../campaign/purpose.ts";
import {
  type Evidence,
  isRevoked,
  isTakenBack,
  narrowed,
  type PermissionScope,
  type PermissionSource,
} from "../contact/permission.ts";
import { keepWithinMs } from "../limits.ts";
import type { PointId } from "../patient/contact-point.ts";
import type { Instant } from "../time.ts";
import { endEnrollment } from "./end-enrollment.ts";
import { permissionsAfter } from "./evolve-permission.ts";
import { blanketRefusal } from "./permission.ts";
import type { PermissionEvent } from "./permission-event.ts";
import type { PatientRecord } from "./record.ts";
import { campaignOf, type Turn } from "./turn.ts";

export interface OptOut {
  readonly via: PermissionSource;
  /** Absent: everything. */
  readonly scope?: PermissionScope;
  readonly from?: PointId;
  readonly evidence?: Evidence;
  /** When it was said, where that was not now: a later permission is not taken back by it. */
  readonly saidAt?: Instant;
  /** The confirmation asks whether it was for this purpose only; the others rest until the answer. */
  readonly mayBeFor?: Purpose | undefined;
}

/**
 * Takes permission back, and ends in the same write every campaign that has none left (law 4). The
 * scope is everything unless somebody says less: one STOP is for all (47 CFR 64.1200(a)(10), and
 * the safer reading while the revoke-all rule is waived). Where the confirmation asks what was
 * meant (47 CFR 64.1200(a)(12)), everything stops all the same until the answer. Repeats change
 * nothing.
 */
export function optOut(turn: Turn, optOut: OptOut): void {
  const { scope = {}, mayBeFor } = optOut;
  const before = turn.record();
  const event = optedOut(turn, optOut);
  if (!isNews(before, event)) return;
  turn.emit(event);
  if (mayBeFor !== undefined && !isRevoked(before.permissions, scope)) {
    const until = turn.at + keepWithinMs;
    turn.emit({ type: "narrowing-offered", at: turn.at, purpose: mayBeFor, until });
  }
  endRefused(turn);
}

type OptedOut = PermissionEvent & { type: "opted-out" };

function optedOut(turn: Turn, { via, scope = {}, from, evidence, saidAt }: OptOut): OptedOut {
  return {
    type: "opted-out",
    at: turn.at,
    via,
    ...(isForAll(scope) ? {} : { scope }),
    ...(from === undefined ? {} : { from }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(saidAt === undefined ? {} : { saidAt }),
  };
}

function isNews({ permissions, narrowing }: PatientRecord, event: OptedOut): boolean {
  if (event.saidAt !== undefined) return permissionsAfter(permissions, event) !== permissions;
  // KEEP would let go of the STOP that it answers: a word for less must stand without it.
  const isForLess = narrowing !== undefined && event.scope !== undefined;
  const standing = isForLess ? narrowed(permissions, narrowing.purpose) : permissions;
  return !isTakenBack(standing, { scope: {}, ...event });
}

/** No answer to the question that stands means that STOP was for everything. */
export function endNarrowing(turn: Turn): void {
  turn.emit({ type: "narrowing-ended", at: turn.at });
  endRefused(turn);
}

/** KEEP: what STOP answered, of this purpose, stays stopped; everything else goes on. */
export function keepOthers(turn: Turn, purpose: Purpose, evidence: Evidence): void {
  turn.emit({ type: "opt-out-narrowed", at: turn.at, purpose, evidence });
  endRefused(turn);
}

/** Ends the enrollments that permission no longer covers on any channel. */
export function endRefused(turn: Turn): void {
  const { narrowing } = turn.record();
  for (const enrollment of turn.record().enrollments) {
    const campaign = campaignOf(turn, enrollment);
    // While the patient may still answer KEEP, the others rest.
    if (narrowing && campaign && campaign.purpose !== narrowing.purpose) continue;
    const refused = campaign ? blanketRefusal(turn.record(), campaign) : "opted-out";
    if (refused) endEnrollment(turn, enrollment, refused, refused);
  }
}

function isForAll(scope: PermissionScope): boolean {
  return Object.values(scope).every((part) => part === undefined);
}
