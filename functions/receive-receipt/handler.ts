import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import { parseConnectContactEvent } from "#contracts/aws/connect-contact-event";
import { parseSesEvent } from "#contracts/aws/ses-event";
import { parseSmsEvent } from "#contracts/aws/sms-event";
import { type Parsed, read } from "#contracts/parsed";
import type { Receipt } from "#domain/record/command";
import type { CallDirectory } from "#ports";
import type { RecordReceipt } from "#usecases/record-receipt";

/** What one of the three kinds of report says, in one shape. */
interface Report {
  readonly touch?: string;
  readonly receipt?: Receipt;
  readonly isOptOut?: boolean;
  readonly providerId: string;
}

/** Closes touches with what carriers, mail systems and Connect report. */
export function createHandler(
  rim: QueueRim,
  recordReceipt: RecordReceipt,
  calls: Pick<CallDirectory, "touchOf">,
) {
  return queueHandler({
    ...rim,
    parse: parseReport,
    work: async (report) => {
      const { receipt } = report;
      if (!receipt) return;
      const touch = report.touch ?? (await calls.touchOf(report.providerId));
      if (!touch) {
        // Somebody else's message, or one of before this table: nothing of ours waits for it.
        rim.log.info("A receipt names no touch", { providerId: report.providerId });
        return;
      }
      await recordReceipt({ touch, receipt, isOptOut: report.isOptOut ?? false });
    },
  });
}

function parseReport(body: string): Parsed<Report> {
  const sms = parseSmsEvent(body);
  if (sms.ok) return read(sms.value);
  const email = parseSesEvent(body);
  if (email.ok) return read(email.value);
  const call = parseConnectContactEvent(body);
  if (call.ok) return read(call.value);
  return sms.reason.endsWith("/not-json") ? sms : { ok: false, reason: "receipt/unknown-kind" };
}
