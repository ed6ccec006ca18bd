import type { OrganizationId, PatientId } from "../patient/profile.ts";
import type { RecordEvent } from "../record/event.ts";

/**
 * One line of the account of what was done and what was withheld, and why (law 13). Keyed by the
 * write it came with: the same write gives the same rows.
 */
export interface LedgerRow {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  /** The record's revision after the write, from 1. */
  readonly revision: number;
  /** Position among the events of that write, from 0. */
  readonly index: number;
  /** Digest of the record and the commands that were decided on. */
  readonly inputs: string;
  readonly event: RecordEvent;
}
