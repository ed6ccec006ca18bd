import type { Receipt } from "#domain/record/command";
import { parseTouchKey, type TouchKey } from "#domain/record/touch";
import type { Clock } from "#ports";
import type { Act } from "./act.ts";

export interface ReceiptInput {
  readonly touch: TouchKey;
  /** Absent for word that says nothing of the touch's end, such as an unsubscribe. */
  readonly receipt?: Receipt;
  /** Where a complaint, an unsubscribe or a STOP came from: nothing more may be sent. */
  readonly optOutBy?: "sms" | "email";
}

/**
 * A carrier's word on a touch, in any order and any number of times. `ignored`: not a touch of
 * ours, or nothing new.
 */
export function createRecordReceipt(ports: { readonly act: Act; readonly clock: Clock }) {
  return async (input: ReceiptInput): Promise<"recorded" | "ignored"> => {
    const parsed = parseTouchKey(input.touch);
    if (!parsed) return "ignored";
    const { events } = await ports.act(parsed.organization, parsed.patient, () => {
      const at = ports.clock.now();
      return [
        ...(input.receipt
          ? [{ type: "record-receipt", at, touch: parsed.touch, receipt: input.receipt } as const]
          : []),
        ...(input.optOutBy ? [{ type: "opt-out", at, via: input.optOutBy } as const] : []),
      ];
    });
    return events.length > 0 ? "recorded" : "ignored";
  };
}

export type RecordReceipt = ReturnType<typeof createRecordReceipt>;
