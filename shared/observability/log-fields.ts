/**
 * All that a log line may say. PHI has no field here, so it cannot be logged (law 11;
 * 45 CFR 164.502(b), minimum necessary). Patient and task ids are the opaque ones of the source
 * system; a message text, a name, an address or a phone number has no place.
 */
export interface LogFields {
  /** Ids. */
  readonly organization?: string;
  /** Who of the staff asked: the opaque id of the sign-in. */
  readonly actor?: string;
  readonly patient?: string;
  readonly campaign?: string;
  readonly version?: number;
  readonly episode?: string;
  readonly step?: string;
  readonly touch?: string;
  readonly task?: string;
  readonly reply?: string;
  readonly messageId?: string;
  readonly requestId?: string;
  readonly providerId?: string;
  readonly function?: string;
  readonly queue?: string;
  readonly file?: string;
  readonly line?: number;
  readonly lane?: string;
  readonly shard?: number;
  readonly channel?: string;
  /** Codes: what was decided, and which error it was. */
  readonly code?: string;
  readonly error?: string;
  readonly outcome?: string;
  readonly reason?: string;
  readonly eventType?: string;
  /** Counts. */
  readonly count?: number;
  readonly accepted?: number;
  readonly failed?: number;
  readonly quarantined?: number;
  readonly revision?: number;
  readonly attempt?: number;
  readonly bytes?: number;
  readonly backlog?: number;
  /** Durations and moments. */
  readonly durationMs?: number;
  readonly lateMs?: number;
  readonly dueAt?: number;
}

/** What the field holds: ids and codes are `text`, counts and durations `number`. */
export const logFieldKinds: Readonly<Record<keyof LogFields, "text" | "number">> = {
  organization: "text",
  actor: "text",
  patient: "text",
  campaign: "text",
  version: "number",
  episode: "text",
  step: "text",
  touch: "text",
  task: "text",
  reply: "text",
  messageId: "text",
  requestId: "text",
  providerId: "text",
  function: "text",
  queue: "text",
  file: "text",
  line: "number",
  lane: "text",
  shard: "number",
  channel: "text",
  code: "text",
  error: "text",
  outcome: "text",
  reason: "text",
  eventType: "text",
  count: "number",
  accepted: "number",
  failed: "number",
  quarantined: "number",
  revision: "number",
  attempt: "number",
  bytes: "number",
  backlog: "number",
  durationMs: "number",
  lateMs: "number",
  dueAt: "number",
};
