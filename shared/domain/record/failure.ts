import type { FailureReason, RefusalReason } from "./command.ts";

/** Reasons that say the address itself is dead: it is not used again for anyone. */
export function isBadPointReason(reason: RefusalReason | FailureReason): boolean {
  return reason === "invalid-address" || reason === "bounced";
}
