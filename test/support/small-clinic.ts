import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Patient } from "fhir/r4";
import { type Day, parseDay } from "#domain/time";
import { resourcesOfPatient } from "#local/sample/write-sample";

/** A Monday. */
export const firstDay: Day = parseDay("2026-10-05") ?? 0;

const seed = 7;

/**
 * A few sample patients as NDJSON, chosen so that every channel has somebody who needs it: those
 * with mail and no mobile beside those with one. Returns how many there are.
 */
export function writeSmallClinic(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const everybody = Array.from({ length: 120 }, (_, number) =>
    resourcesOfPatient(seed, number, firstDay),
  );
  const byMail = everybody.filter(([patient]) => isByMail(patient as Patient)).slice(0, 14);
  const others = everybody.filter((one) => !byMail.includes(one)).slice(0, 14);
  const lines = [...byMail, ...others].flat().map((resource) => JSON.stringify(resource));
  writeFileSync(join(folder, "everything.ndjson"), `${lines.join("\n")}\n`);
  return byMail.length + others.length;
}

function isByMail({ telecom = [] }: Patient): boolean {
  const has = (word: string) => telecom.some(({ use, system }) => use === word || system === word);
  return has("email") && !has("mobile");
}
