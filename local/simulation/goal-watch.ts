import type { GatheredPatient } from "#contracts/fhir/gathering";
import type { LedgerRow } from "#domain/ledger/row";
import { dayOf } from "#domain/time";
import type { Tell } from "./contact-watch.ts";
import { doneFact } from "./stand-in.ts";

interface OpenEnrollment {
  readonly campaign: string;
  readonly enrolledAt: number;
}

/** Holds every import that shows a goal met to what became of the enrollment (law 8). */
export class GoalWatch {
  readonly #open = new Map<string, readonly OpenEnrollment[]>();
  readonly #tell: Tell;
  readonly #zone: string;

  constructor(zone: string, tell: Tell) {
    this.#zone = zone;
    this.#tell = tell;
  }

  hear({ patient, event }: LedgerRow): void {
    if (event.type !== "enrolled" && event.type !== "enrollment-ended") return;
    const { campaign } = event;
    const others = (this.#open.get(patient) ?? []).filter((one) => one.campaign !== campaign);
    const opened = event.type === "enrolled" ? [{ campaign, enrolledAt: event.at }] : [];
    this.#open.set(patient, [...others, ...opened]);
  }

  /** From now on the record is this one: what was written where it is not a part of is forgotten. */
  moved(written: readonly LedgerRow[]): void {
    this.#open.clear();
    for (const row of written) this.hear(row);
  }

  /** To be told when an import was acknowledged: by then whatever it means must be durable. */
  imported({ patient, facts }: GatheredPatient): void {
    for (const { campaign, enrolledAt } of this.#open.get(patient) ?? []) {
      for (const { id, from } of facts.facts) {
        // A day apart, so that no zone makes the order of the two doubtful.
        const isSurelyBefore = dayOf(enrolledAt, this.#zone) + 1 < from;
        if (!isSurelyBefore || id !== doneFact(patient, campaign, from).id) continue;
        this.#tell(8, patient, campaign, "a goal was met and the enrollment goes on");
      }
    }
  }
}
