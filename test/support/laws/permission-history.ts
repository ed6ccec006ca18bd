import type { LedgerRow } from "#domain/ledger/row";
import { startWithinMs } from "#domain/limits";
import type { Channel } from "#domain/patient/contact-point";
import { begunCalls } from "./begun-calls.ts";
import type { Trace } from "./trace.ts";

interface Stop {
  /** The number or address that it came from, if it came from one. */
  readonly from?: string | undefined;
  /** After KEEP: for this program only. */
  readonly purpose?: string | undefined;
  /** After START from another number: for this one only. */
  readonly onlyAt?: string | undefined;
}

interface Contact {
  readonly channel: Channel;
  readonly point: string;
  readonly purpose: string | undefined;
}

/**
 * What each patient has said about permission so far, told from the ledger in the plainest way and
 * without the engine's own reading of it: everything is stopped by an opt-out, KEEP makes the last
 * one about one program, and START takes back what did not come from another number.
 */
export function createPermissionHistory() {
  const stops = new Map<string, readonly Stop[]>();
  const of = (patient: string) => stops.get(patient) ?? [];
  return {
    hear({ patient, event }: LedgerRow): void {
      const own = of(patient);
      const last = own.at(-1);
      if (event.type === "opted-out") stops.set(patient, [...own, { from: event.from }]);
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
    isStopped(patient: string, contact: Contact): boolean {
      return of(patient).some(
        ({ purpose, onlyAt }) =>
          (purpose === undefined || purpose === contact.purpose) &&
          (onlyAt === undefined || onlyAt === contact.point),
      );
    },
    hasOptedOut: (patient: string): boolean => of(patient).length > 0,
  };
}

/** Claims after an opt-out, and calls that began later than a claim before it allows. */
export function contactsAfterOptOut(trace: Trace): readonly string[] {
  const found: string[] = [];
  const history = createPermissionHistory();
  const calls = new Map(begunCalls(trace).map((begun) => [begun.order, begun]));
  trace.happenings.forEach((happening, order) => {
    if (happening.is === "written") {
      for (const row of happening.rows) {
        const { event, patient } = row;
        if (event.type === "touch-claimed" && !event.isNotice) {
          const { channel, point, purpose } = event;
          if (history.isStopped(patient, { channel, point, purpose })) {
            found.push(`law 4: a ${channel} to ${patient} was claimed after the opt-out`);
          }
        }
        history.hear(row);
      }
    }
    const begun = calls.get(order);
    const claim = begun?.claim;
    if (!begun || !claim || claim.isNotice) return;
    const { channel, point, purpose } = claim;
    const isStopped = history.isStopped(begun.patient, { channel, point, purpose });
    if (isStopped && begun.call.at - claim.at > startWithinMs) {
      found.push(`law 4: a ${channel} to ${begun.patient} began too long after its claim`);
    }
  });
  return found;
}
