import type { Accepted } from "#domain/ledger/accepted";
import type { LedgerRow } from "#domain/ledger/row";
import type { TouchKey } from "#domain/record/touch";
import type { RecordChange } from "#ports";
import { type BegunCall, ContactWatch, type Tell, type WatchSetting } from "./contact-watch.ts";
import type { Finding } from "./finding.ts";
import type { Timeline } from "./timeline.ts";
import { Trace } from "./trace.ts";

/**
 * Sees everything that happens in a simulation, in order: it keeps what the verdict needs, holds
 * each contact to the laws as it begins, and folds all of it into the trace.
 */
export class Witness {
  readonly accepted: Accepted[] = [];
  /** Replies that reached us, by id. */
  readonly said = new Set<string>();
  /** Tasks that agents were told of. */
  readonly told = new Set<string>();
  readonly findings: Finding[] = [];
  writes = 0;
  /** The latest call for each touch. */
  readonly #calls = new Map<TouchKey, BegunCall>();
  readonly #trace = new Trace();
  readonly #timeline: Timeline;
  readonly #watch: ContactWatch;

  constructor(timeline: Timeline, setting: WatchSetting) {
    this.#timeline = timeline;
    this.#watch = new ContactWatch(setting, this.tell);
  }

  /** Says what did not hold. */
  readonly tell: Tell = (law, patient, subject, message) => {
    this.found({ law, patient, subject, message });
  };

  /** Something that is of no interest but that it happened, when and in which order. */
  note(what: string, of: string): void {
    this.#trace.add(`${this.#timeline.now()} ${what} ${of}`);
  }

  found(finding: Finding): void {
    this.findings.push(finding);
    this.note("found", `${finding.law} ${finding.subject} ${finding.message}`);
  }

  wrote({ after, events, inputs }: RecordChange, rows: readonly LedgerRow[]): void {
    this.writes += 1;
    this.note("wrote", `${after.patient} ${after.revision} ${inputs} ${JSON.stringify(events)}`);
    for (const row of rows) this.#watch.hear(row);
  }

  began(call: BegunCall): void {
    this.note("called", `${call.channel} ${call.key} ${call.workerAt}`);
    this.#calls.set(call.key, call);
    this.#watch.began(call);
  }

  /** A provider takes it, whether or not we hear so. At the moment at which the worker called. */
  took(key: TouchKey): void {
    this.note("took", key);
    this.accepted.push({ key, at: this.#calls.get(key)?.workerAt ?? this.#timeline.now() });
  }

  heard(reply: string): void {
    this.note("heard", reply);
    this.said.add(reply);
  }

  /** How everything was, in a few letters; nothing may be noted after it. */
  digest(): string {
    return this.#trace.digest();
  }
}
