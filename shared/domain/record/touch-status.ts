import type { Receipt } from "./command.ts";
import type { TouchStatus } from "./record.ts";

/** The end of a touch that a receipt tells of. */
export function statusOf(receipt: Receipt): TouchStatus {
  switch (receipt.is) {
    case "sent":
      return "sent";
    case "delivered":
      return "delivered";
    case "failed":
      return "failed";
  }
}

/** Statuses in the order in which they may replace each other (law 12). */
const statusOrder: readonly TouchStatus[] = [
  "claimed",
  "unknown",
  "unconfirmed",
  "sent",
  "delivered",
  "failed",
];

export function isFurther(status: TouchStatus, than: TouchStatus): boolean {
  return statusOrder.indexOf(status) > statusOrder.indexOf(than);
}
