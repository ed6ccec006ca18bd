import type { Enrollment, StepState } from "./record.ts";

/** An enrollment whose touch waits for its moment. */
export interface Planned extends Enrollment {
  readonly state: Extract<StepState, { readonly status: "planned" }>;
}

export function isPlanned(enrollment: Enrollment): enrollment is Planned {
  return enrollment.state.status === "planned";
}
