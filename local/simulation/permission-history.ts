import type { LedgerRow } from "#domain/ledger/row";
import type { Channel } from "#domain/patient/contact-point";

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
 * number.
 */
export function createPermissionHistory() {
  const stops = new Map<string, readonly Stop[]>();
  const of = (patient: string) => stops.get(patient) ?? [];
  return {
    hear({ patient, event }: LedgerRow): void {
      const own = of(patient);
      const last = own.at(-1);
      if (event.type === "opted-out") {
        const { from, scope: { purpose, channel, point: onlyAt } = {} } = event;
        stops.set(patient, [...own, { from, purpose, channel, onlyAt }]);
      }
      if (event.type === "opt-out-narrowed" && last) {
        stops.set(patient, [...own.slice(0, -1), { ...last, purpose: event.purpose }]);
      }
      if (event.type === "opted-in") {
        const elsewhere = own.filter(({ from }) => from !== undefined && from !== event.from);
        stops.set(
          patient,
          elsewhere.map((stop) => ({ ...stop, onlyAt: stop.from })),
        );
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
