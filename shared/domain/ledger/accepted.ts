import type { TouchKey } from "../record/touch.ts";
import type { Instant } from "../time.ts";

/** What a provider says it accepted: the other side's evidence for laws 1 and 5. */
export interface Accepted {
  readonly key: TouchKey;
  readonly at: Instant;
}
