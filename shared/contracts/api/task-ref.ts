import * as z from "zod/mini";
import type { PatientId } from "../../domain/patient/profile.ts";
import { patientId } from "../ids.ts";

/** Longer than any id that we make of a provider's id. */
const taskIdMax = 400;

/** What a reference to a task says: whose it is, and its id there. The organization is the token's. */
const Parts = z.tuple([patientId, z.string().check(z.minLength(1), z.maxLength(taskIdMax))]);

export interface TaskRef {
  readonly patient: PatientId;
  readonly id: string;
}

/** As `taskRef` of the contracts: it fits into a path. */
export function formatTaskRef({ patient, id }: TaskRef): string {
  return base64url(JSON.stringify([patient, id]));
}

/** Undefined for what `formatTaskRef` never wrote. */
export function parseTaskRef(ref: string): TaskRef | undefined {
  const parts = Parts.safeParse(jsonIn(ref));
  if (!parts.success) return undefined;
  const [patient, id] = parts.data;
  // Base64 can be written in several ways: a task has one name.
  return formatTaskRef({ patient, id }) === ref ? { patient, id } : undefined;
}

function base64url(text: string): string {
  return Buffer.from(text, "utf8").toString("base64url");
}

function jsonIn(ref: string): unknown {
  try {
    return JSON.parse(Buffer.from(ref, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
