import type { PermissionScope, PermissionSource } from "../contact/permission.ts";
import type { PointId } from "../patient/contact-point.ts";
import type { Reachability } from "../patient/profile.ts";
import type { ConsentBasis, PermissionEvent } from "../record/permission-event.ts";
import type { Instant } from "../time.ts";
import type { LedgerRow } from "./row.ts";

/** One line of the account of what a patient allowed and took back. */
export interface PermissionEntry {
  readonly at: Instant;
  readonly says: "granted" | "revoked";
  /** What it is for; `{}` is everything. */
  readonly scope: PermissionScope;
  /**
   * On what it rests. `number-given`: the source system holds the number, which the patient gave
   * for care (30 FCC Rcd 7961 ¶141). `request`: somebody asked for it to end.
   */
  readonly basis: ConsentBasis | "number-given" | "request";
  readonly via: PermissionSource;
  readonly from?: PointId;
  /** Who said or entered it; `source-system` for numbers. */
  readonly by: string;
  /** Where the words are kept, and the rule that read them or the text agreed to. */
  readonly reference?: string;
  readonly words?: string;
}

/**
 * Everything that was ever said about permission, out of one patient's rows of the ledger: by whom,
 * when, for what, on what basis and with what to show for it. Nothing expires. The rows may come in
 * any order.
 */
export function permissionLedger(rows: readonly LedgerRow[]): readonly PermissionEntry[] {
  const ordered = rows.toSorted((a, b) => a.revision - b.revision || a.index - b.index);
  const entries: PermissionEntry[] = [];
  let known: Reachability["points"] = {};
  for (const { event } of ordered) {
    if (event.type === "profile-changed") {
      entries.push(...numbersGiven(known, event.reach.points, event.at));
      known = { ...known, ...event.reach.points };
    } else if (isStatement(event)) {
      entries.push(entryOf(event));
    }
  }
  return entries;
}

function numbersGiven(
  known: Reachability["points"],
  now: Reachability["points"],
  at: Instant,
): readonly PermissionEntry[] {
  const before = new Set(Object.values(known));
  const added = [...new Set(Object.values(now))].filter((point) => !before.has(point));
  return added.map((point) => ({
    at,
    says: "granted",
    scope: { point },
    basis: "number-given",
    via: "import",
    by: "source-system",
  }));
}

type Statement = PermissionEvent & { type: "opted-out" | "opted-in" | "opt-out-narrowed" };

function isStatement(event: LedgerRow["event"]): event is Statement {
  return ["opted-out", "opted-in", "opt-out-narrowed"].includes(event.type);
}

function entryOf(event: Statement): PermissionEntry {
  const { by = "patient", reference, words } = event.evidence ?? {};
  const shown = {
    by,
    ...(reference === undefined ? {} : { reference }),
    ...(words === undefined ? {} : { words }),
  };
  const { at } = event;
  if (event.type === "opt-out-narrowed") {
    const scope = { purpose: event.purpose };
    return { at, says: "revoked", scope, basis: "request", via: "sms", ...shown };
  }
  const { scope = {}, via, from } = event;
  const of = { at, scope, via, ...(from === undefined ? {} : { from }), ...shown };
  return event.type === "opted-out"
    ? { ...of, says: "revoked", basis: "request" }
    : { ...of, says: "granted", basis: event.basis ?? "reserved-word" };
}
