import type { Channel, PointId } from "../patient/contact-point.ts";
import type { PatientRecord } from "./record.ts";

/** The point that this channel would use, when it may be used at all. */
export function usablePoint(record: PatientRecord, channel: Channel): PointId | undefined {
  const point = record.reach.points[channel];
  return point !== undefined && !record.badPoints.includes(point) ? point : undefined;
}

/** Why campaigns may not contact this patient on any channel; `undefined`: they may. */
export function blanketRefusal(record: PatientRecord): "opted-out" | "do-not-contact" | undefined {
  if (record.optedOut) return "opted-out";
  if (record.reach.doNotContact) return "do-not-contact";
  return undefined;
}
