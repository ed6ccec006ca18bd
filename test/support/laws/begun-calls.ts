import type { RecordEvent } from "#domain/record/event";
import { parseTouchKey, type TouchKey, touchKey } from "#domain/record/touch";
import type { Kind, Trace } from "./trace.ts";

type Claim = Extract<RecordEvent, { type: "touch-claimed" }>;

/** A provider call, and the claim under which it began. */
export interface BegunCall {
  readonly call: Kind<"call-began">;
  /** Absent: nobody had claimed the touch, which is never right. */
  readonly claim: Claim | undefined;
  readonly patient: string;
  /** How many happenings came before the call. */
  readonly order: number;
  readonly isAccepted: boolean;
}

/** Every provider call of the run, in order. */
export function begunCalls(trace: Trace): readonly BegunCall[] {
  const claims = new Map<TouchKey, Claim>();
  const calls: BegunCall[] = [];
  trace.happenings.forEach((happening, order) => {
    if (happening.is === "written") {
      for (const row of happening.rows) {
        const { event } = row;
        if (event.type === "touch-claimed") claims.set(touchKey(row, event.touch), event);
      }
    } else if (happening.is === "call-began") {
      const { key } = happening;
      const patient = parseTouchKey(key)?.patient ?? "";
      const claim = claims.get(key);
      calls.push({ call: happening, claim, patient, order, isAccepted: false });
    } else if (happening.is === "accepted") {
      // A touch that was let go before is called for again under its own key: the last call counts.
      const last = calls.findLastIndex(({ call }) => call.key === happening.key);
      const begun = calls[last];
      if (begun) calls[last] = { ...begun, isAccepted: true };
    }
  });
  return calls;
}
