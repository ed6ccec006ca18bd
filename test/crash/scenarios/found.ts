import { isRevoked } from "#domain/contact/permission";
import type { RecordEvent } from "#domain/record/event";
import type { End } from "../verdict.ts";

/** How many such events the ledger tells of. */
export function countOf({ rows }: End, type: RecordEvent["type"], patient?: string): number {
  return rows.filter(
    (row) => row.event.type === type && (patient === undefined || row.patient === patient),
  ).length;
}

/** Says so when there is not exactly one. */
export function exactlyOne(end: End, type: RecordEvent["type"], patient = "p1"): readonly string[] {
  const count = countOf(end, type, patient);
  return count === 1 ? [] : [`${patient} has ${count} times ${type}`];
}

/** Says so of whoever is still contacted. */
export function allOptedOut({ records }: End, ...patients: readonly string[]): readonly string[] {
  return patients.flatMap((patient) => {
    const record = records.find((one) => one.patient === patient);
    const isOut = record !== undefined && isRevoked(record.permissions, {});
    return isOut ? [] : [`the opt-out of ${patient} was lost`];
  });
}

/** Says so when the carrier's list does not hold the number, or holds it though it must not. */
export function onCarriersList({ books }: End, number: string, isOn = true): readonly string[] {
  if (books.optedOut.has(number) === isOn) return [];
  return [isOn ? "the carrier's list was not told" : "the carrier still refuses this number"];
}

export function hasItem({ contents }: End, pk: string, sk: string): readonly string[] {
  const isThere = contents.patients.some((item) => item["pk"]?.S === pk && item["sk"]?.S === sk);
  return isThere ? [] : [`${pk} has no ${sk}`];
}
