import { withEarlierRevocation } from "../contact/earlier-revocation.ts";
import { narrowed, type PermissionStatement, withStatement } from "../contact/permission.ts";
import type { PermissionEvent } from "./permission-event.ts";
import type { PatientRecord } from "./record.ts";

/** The record after something was said about permission or preferences. */
export function evolvePermission(record: PatientRecord, event: PermissionEvent): PatientRecord {
  switch (event.type) {
    case "opted-out":
      return { ...record, permissions: permissionsAfter(record.permissions, event) };
    case "narrowing-offered":
      return { ...record, narrowing: { purpose: event.purpose, until: event.until } };
    case "opted-in":
    case "opt-out-narrowed":
      return {
        ...withoutNarrowing(record),
        permissions: permissionsAfter(record.permissions, event),
      };
    case "narrowing-ended":
      return withoutNarrowing(record);
    case "preferences-changed":
      return { ...record, preferences: event.preferences };
  }
}

/** The statements on permission after one more was made or narrowed. */
export function permissionsAfter(
  statements: readonly PermissionStatement[],
  event: PermissionEvent & { type: "opted-out" | "opted-in" | "opt-out-narrowed" },
): readonly PermissionStatement[] {
  if (event.type === "opt-out-narrowed") return narrowed(statements, event.purpose);
  const { at, via, scope = {}, from } = event;
  const statement = { at, via, scope, ...(from === undefined ? {} : { from }) };
  if (event.type === "opted-in")
    return withStatement(statements, { says: "granted", ...statement });
  const { saidAt } = event;
  const revoked = { says: "revoked", ...statement, at: saidAt ?? at } as const;
  return saidAt === undefined
    ? withStatement(statements, revoked)
    : withEarlierRevocation(statements, revoked);
}

function withoutNarrowing(record: PatientRecord): PatientRecord {
  const { narrowing: _, ...rest } = record;
  return rest;
}
