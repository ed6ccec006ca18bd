import type { Reach } from "#contracts/api/reach";

export type Funnel = Reach["total"];

/** The stages in their order, each with what the API calls the number when it is opened. */
export const stages = [
  { key: "eligible", measure: "eligible" },
  { key: "enrolled", measure: "enrolled" },
  { key: "touched", measure: "touched" },
  { key: "delivered", measure: "delivered" },
  { key: "answered", measure: "answered" },
  { key: "goalMet", measure: "goal-met" },
  { key: "escalated", measure: "escalated" },
  { key: "resolved", measure: "resolved" },
  { key: "resolvedInTime", measure: "resolved-in-time" },
] as const satisfies readonly { readonly key: keyof Funnel; readonly measure: string }[];

/** Of the stages, those that the dimension tells: absent is not the same as hidden. */
export function toldIn(funnel: Funnel) {
  return stages.filter(({ key }) => funnel[key] !== undefined);
}
