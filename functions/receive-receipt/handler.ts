import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import { parseConnectContactEvent } from "#contracts/aws/connect-contact-event";
import { parsePinpointEvent } from "#contracts/aws/pinpoint-event";
import { parseSesEvent } from "#contracts/aws/ses-event";
import { parseSmsEvent } from "#contracts/aws/sms-event";
import { type Parsed, read } from "#contracts/parsed";
import { parseUnsubscribeMessage } from "#contracts/unsubscribe-message";
import { pointId } from "#domain/patient/point-id";
import type { Receipt } from "#domain/record/command";
import type { CallDirectory, OrganizationDirectory } from "#ports";
import type { RecordReceipt } from "#usecases/record-receipt";
import type { StopPoint } from "#usecases/stop-point";
import { Unrecoverable } from "../../shared/errors.ts";

/** What one of the kinds of report says, in one shape. */
interface Report {
  readonly touch?: string;
  readonly receipt?: Receipt;
  readonly optOutBy?: "sms" | "email";
  readonly providerId: string;
  /** Of a mail and of a Pinpoint text: our line, and those it is about. */
  readonly from?: string;
  readonly addresses?: readonly string[];
}

export interface ReceiptPorts {
  readonly recordReceipt: RecordReceipt;
  readonly stopPoint: StopPoint;
  readonly calls: Pick<CallDirectory, "touchOf">;
  readonly organizations: Pick<OrganizationDirectory, "ofLine">;
}

/** Closes touches with what carriers, mail systems and Connect report, and stops whom a link stops. */
export function createHandler(rim: QueueRim, ports: ReceiptPorts) {
  return queueHandler({
    ...rim,
    parse: parseReport,
    work: async (report) => {
      const { receipt, optOutBy, providerId } = report;
      if (!receipt && !optOutBy) return;
      const touch = report.touch ?? (await ports.calls.touchOf(providerId));
      if (touch) {
        await ports.recordReceipt({
          touch,
          ...(receipt ? { receipt } : {}),
          ...(optOutBy ? { optOutBy } : {}),
        });
        return;
      }
      if (optOutBy) return stopAddresses(ports, report, optOutBy);
      // Somebody else's message, or one of before this table: nothing of ours waits for it.
      rim.log.info("A receipt names no touch", { providerId });
    },
  });
}

/** A complaint names no touch where the identity reports it, but it names who complained. */
async function stopAddresses(
  ports: ReceiptPorts,
  report: Report,
  via: "sms" | "email",
): Promise<void> {
  const organization = report.from && (await ports.organizations.ofLine(report.from));
  if (!organization) throw new Unrecoverable("receipt/unknown-line");
  for (const address of report.addresses ?? []) {
    const point = pointId(address.toLowerCase());
    const what = via === "email" ? "complaint" : "stop";
    const evidence = { by: "patient", reference: `${what}:${report.providerId}` };
    await ports.stopPoint({ organization, point, stop: { via, evidence } });
  }
}

function parseReport(body: string): Parsed<Report> {
  const sms = parseSmsEvent(body);
  if (sms.ok) return read(sms.value);
  const email = parseSesEvent(body);
  if (email.ok) return read(withOptOut(email.value, "email"));
  const pinpoint = parsePinpointEvent(body);
  if (pinpoint.ok) return read(withOptOut(pinpoint.value, "sms"));
  const call = parseConnectContactEvent(body);
  if (call.ok) return read(call.value);
  // By a link of ours: said on our own page, and told as a carrier would tell it.
  const unsubscribe = parseUnsubscribeMessage(body);
  if (unsubscribe.ok) {
    const { touch, via: optOutBy = "email" } = unsubscribe.value;
    return read({ touch, optOutBy, providerId: "link" });
  }
  return sms.reason.endsWith("/not-json") ? sms : { ok: false, reason: "receipt/unknown-kind" };
}

function withOptOut(
  { isOptOut, ...report }: Report & { readonly isOptOut: boolean },
  by: "sms" | "email",
): Report {
  return isOptOut ? { ...report, optOutBy: by } : report;
}
