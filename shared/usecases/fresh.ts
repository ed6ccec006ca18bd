import type { OrganizationId } from "#domain/patient/profile";
import type { Instant } from "#domain/time";
import type { Clock } from "#ports";

/** How long control items and settings may be reused: a pause or a fence works within this. Ms. */
const freshMs = 15_000;

/** Reads once for each organization and again after 15 seconds; a failed read is not remembered. */
export function fresh<Value>(
  clock: Clock,
  read: (organization: OrganizationId) => Promise<Value>,
): (organization: OrganizationId) => Promise<Value> {
  const kept = new Map<OrganizationId, { readonly at: Instant; readonly value: Promise<Value> }>();
  return (organization) => {
    const known = kept.get(organization);
    const now = clock.now();
    if (known && Math.abs(now - known.at) < freshMs) return known.value;
    const value = read(organization);
    kept.set(organization, { at: now, value });
    value.catch(() => kept.delete(organization));
    return value;
  };
}
