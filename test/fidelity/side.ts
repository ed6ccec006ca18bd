import type { DueMessage } from "#contracts/due-message";
import type { EnrollMessage } from "#contracts/enroll-message";
import type { MirrorMessage } from "#contracts/mirror-message";
import type { ResolveMessage } from "#contracts/resolve-message";
import type { UrgentMessage } from "#contracts/urgent-message";
import type { LedgerRow } from "#domain/ledger/row";
import type { WorkerPorts } from "#local/simulation/worker-ports";
import type { LedgerStore } from "#ports";

/** Everything that is put on a queue, by the queue's name. */
export interface Queued {
  readonly sms: DueMessage;
  readonly email: DueMessage;
  readonly voice: DueMessage;
  readonly decide: DueMessage;
  readonly task: DueMessage;
  readonly urgent: UrgentMessage;
  readonly enroll: EnrollMessage;
  readonly mirror: MirrorMessage;
  readonly resolve: ResolveMessage;
}

export type QueueName = keyof Queued;

export const queueNames = [
  ...(["sms", "email", "voice", "decide", "task"] as const),
  ...(["urgent", "enroll", "mirror", "resolve"] as const),
] satisfies readonly QueueName[];

/** The ports that an engine stands behind; providers and the clock are the same on both sides. */
export type EnginePorts = Omit<WorkerPorts, "clock" | "epoch" | "desk" | "carrier" | "senders">;

/** One of the two: the memory adapters of the simulation, or the real ones on their engines. */
export interface Side {
  readonly ports: EnginePorts;
  readonly ledger: LedgerStore;
  /** Takes all messages off the queue, in one order on both sides. */
  take<Name extends QueueName>(queue: Name): Promise<readonly Queued[Name][]>;
  /** The writes of records since they were last asked for, as the stream shows them. */
  written(): readonly (readonly LedgerRow[])[];
}
