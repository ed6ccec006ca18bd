import { digest } from "./digest.ts";
import type { PatientRecord } from "./record.ts";

/**
 * Names what was said about permission so far: whoever acts on it says which they saw, and a word
 * that came meanwhile shows.
 */
export function permissionsVersion({
  permissions,
  narrowing,
}: Pick<PatientRecord, "permissions" | "narrowing">): string {
  return digest(JSON.stringify([permissions, narrowing ?? null]));
}
