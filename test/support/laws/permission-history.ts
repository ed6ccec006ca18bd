import { startWithinMs } from "#domain/limits";
import { createPermissionHistory } from "#local/simulation/permission-history";
import { begunCalls } from "./begun-calls.ts";
import type { Trace } from "./trace.ts";

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
