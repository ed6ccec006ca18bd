/** The stages of the funnel, in order, and those of its tasks. */
export const funnelMeasures = [
  "eligible",
  "enrolled",
  "touched",
  "delivered",
  "answered",
  "goal-met",
  "escalated",
  "resolved",
  "resolved-in-time",
] as const;
export type FunnelMeasure = (typeof funnelMeasures)[number];

const names: ReadonlySet<string> = new Set(funnelMeasures);

export function isFunnelMeasure(measure: string): measure is FunnelMeasure {
  return names.has(measure);
}
