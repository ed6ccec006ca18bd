import type { LedgerRow } from "#domain/ledger/row";
import type { Channel } from "#domain/patient/contact-point";
import type { Instant } from "#domain/time";

/** A START; from no number where somebody entered a form. */
interface Start {
  readonly at: Instant;
  readonly from?: string | undefined;
}

interface Stop {
  /** The number or address that it came from, if it came from one. */
  readonly from?: string | undefined;
  /** After KEEP, or from a list: for this program only. */
  readonly purpose?: string | undefined;
  /** From a list: for this channel only. */
  readonly channel?: Channel | undefined;
  /** After START from another number, or from a list: for this one only. */
  readonly onlyAt?: string | undefined;
}

export interface AskedContact {
  readonly channel: Channel;
  readonly point: string;
  readonly purpose: string | undefined;
}

/**
 * What each patient has said about permission so far, told from the ledger in the plainest way and
 * without the engine's own reading of it: everything is stopped by an opt-out unless it says less,
 * KEEP makes the last one about one program, and START takes back what did not come from another
 * number. What is heard of late counts from the moment at which it was said.
 */
export function createPermissionHistory() {
  const stops = new Map<string, readonly Stop[]>();
  const starts = new Map<string, readonly Start[]>();
  const of = (patient: string) => stops.get(patient) ?? [];
  return {
    hear({ patient, event }: LedgerRow): void {
      const own = of(patient);
      const last = own.at(-1);
      if (event.type === "opted-out") {
        const { from, scope: { purpose, channel, point: onlyAt } = {} } = event;
        const later = (starts.get(patient) ?? []).filter(
          ({ at }) => at > (event.saidAt ?? event.at),
        );
        const left = later.reduce(afterStart, [{ from, purpose, channel, onlyAt }]);
        stops.set(patient, [...own, ...left]);
      }
      if (event.type === "opt-out-narrowed" && last) {
        stops.set(patient, [...own.slice(0, -1), { ...last, purpose: event.purpose }]);
      }
      if (event.type === "opted-in") {
        const start = { at: event.at, from: event.from };
        starts.set(patient, [...(starts.get(patient) ?? []), start]);
        stops.set(patient, afterStart(own, start));
      }
    },
    isStopped(patient: string, contact: AskedContact): boolean {
      return of(patient).some(
        ({ purpose, channel, onlyAt }) =>
          (purpose === undefined || purpose === contact.purpose) &&
          (channel === undefined || channel === contact.channel) &&
          (onlyAt === undefined || onlyAt === contact.point),
      );
    },
    hasOptedOut: (patient: string): boolean => of(patient).length > 0,
  };
}

/** What another number said stays, for that number. */
function afterStart(stops: readonly Stop[], { from }: Start): readonly Stop[] {
  return stops
    .filter((stop) => stop.from !== undefined && stop.from !== from)
    .map((stop) => ({ ...stop, onlyAt: stop.from }));
}
