import { type CallEvent, parseConnectFlowEvent } from "#contracts/aws/connect-flow-event";
import { pointId } from "#domain/patient/point-id";
import { type ParsedTouchKey, parseTouchKey } from "#domain/record/touch";
import type { Logger } from "#observability/logger";
import type { OrganizationDirectory } from "#ports";
import type { ReceiveReply } from "#usecases/receive-reply";
import type { RecordReceipt } from "#usecases/record-receipt";
import type { ResolveTask } from "#usecases/resolve-task";
import { Unrecoverable } from "../../shared/errors.ts";

/** What the flow does next; flows compare `$.External.next`. Flat strings only. */
export interface FlowAnswer {
  readonly next: "go-on" | "goodbye" | "stopped" | "again" | "agent";
}

export interface CallPorts {
  readonly receiveReply: ReceiveReply;
  readonly recordReceipt: RecordReceipt;
  readonly resolveTask: ResolveTask;
  readonly organizations: Pick<OrganizationDirectory, "ofLine">;
  readonly log: Logger;
}

/**
 * Answers a contact flow while the call is up: keys, machines, silence, and what an agent says of
 * a task. Throws on what it cannot read, and the flow then goes its error way: goodbye.
 */
export function createHandler(ports: CallPorts) {
  return async (event: unknown): Promise<FlowAnswer> => {
    const parsed = parseConnectFlowEvent(event);
    if (!parsed.ok) throw new Unrecoverable(parsed.reason);
    const call = parsed.value;
    if (call.task) {
      await ports.resolveTask(call.task);
      return { next: "goodbye" };
    }
    const about = call.touch ? parseTouchKey(call.touch) : undefined;
    if (call.heard.is === "key") return hearKey(ports, call, call.heard.key, about);
    if (call.touch && call.receipt) {
      await ports.recordReceipt({ touch: call.touch, receipt: call.receipt });
    }
    return { next: call.heard.is === "start" ? "go-on" : "goodbye" };
  };
}

async function hearKey(
  ports: CallPorts,
  call: CallEvent,
  key: string,
  about: ParsedTouchKey | undefined,
): Promise<FlowAnswer> {
  const organization =
    about?.organization ?? (call.line ? await ports.organizations.ofLine(call.line) : undefined);
  if (!organization || !call.caller) throw new Unrecoverable("reply/unknown-line");
  const { understanding } = await ports.receiveReply({
    organization,
    // One reply per key and call: the flow asks again when its own wait ran out.
    reply: `${call.contact}.${key === "*" ? "star" : key === "#" ? "hash" : key}`,
    channel: "voice",
    from: { point: pointId(call.caller), address: call.caller },
    text: key,
    ...(about ? { about: { patient: about.patient, touch: about.touch } } : {}),
  });
  if (understanding.optOut) return { next: "stopped" };
  // The task is open already: it is the call back, should no agent be free to take the call.
  if (understanding.wantsPerson) return { next: "agent" };
  return { next: understanding.answer === undefined ? "again" : "goodbye" };
}
