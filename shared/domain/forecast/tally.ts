import type { Channel } from "../patient/contact-point.ts";
import type { RecordEvent } from "../record/event.ts";
import { type TouchRef, touchKey } from "../record/touch.ts";
import { type Day, dayOf } from "../time.ts";
import { Counts } from "./counts.ts";
import type { MadeTouch } from "./made-touch.ts";
import type { ForecastPlan } from "./plan.ts";
import type { PatientWalk } from "./walk-patient.ts";

export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

/** Contacts of one day on one lane in one language. */
export interface TouchRow {
  readonly day: Day;
  readonly lane: Channel;
  /** BCP-47, the patient's. */
  readonly language: string;
  readonly touches: number;
  /** Direct answers to what patients said, beside the touches. */
  readonly notices: number;
  /** Parts of both, for texts; their number on the other lanes. */
  readonly units: number;
}

export interface TaskRow {
  readonly day: Day;
  readonly queue: string;
  readonly tasks: number;
}

/** Everything that was counted. Each group adds up: nobody and nothing is left over. */
export interface ForecastCounts {
  /** `patients` = `inAudience` + those who never were. */
  readonly patients: number;
  /** Patients for whom the audience held on some morning: `entered` + all of `keptOut`. */
  readonly inAudience: number;
  readonly entered: number;
  readonly keptOut: readonly ReasonCount[];
  /** Enrollments that began before the first day; 0 where nobody was contacted yet. */
  readonly midway: number;
  /** `midway` + `enrollments` = all of `ended` + `underWay`; one patient may enter again. */
  readonly enrollments: number;
  readonly ended: readonly ReasonCount[];
  readonly underWay: number;
  /** `planned` = `made` + all of `withheld` + `waiting`. */
  readonly planned: number;
  readonly made: number;
  readonly withheld: readonly ReasonCount[];
  readonly waiting: number;
  readonly entering: readonly { readonly day: Day; readonly enrollments: number }[];
  readonly touches: readonly TouchRow[];
  readonly tasks: readonly TaskRow[];
}

/** Adds patients together, one after the other, and keeps none of them. */
export class ForecastTally {
  readonly #zone: string;
  readonly #sums = new Counts();
  readonly #touches = new Map<string, TouchRow>();

  constructor({ organization }: Pick<ForecastPlan, "organization">) {
    this.#zone = organization.business.zone;
  }

  add(walk: PatientWalk): void {
    this.#sums.add("patients");
    if (walk.isInAudience) this.#addInAudience(walk);
    for (const event of walk.events) this.#addEvent(event);
    for (const fate of fatesOf(walk)) {
      this.#sums.add("planned");
      this.#sums.add(fate === "made" || fate === "waiting" ? fate : `withheld:${fate}`);
    }
    for (const touch of walk.touches) this.#addTouch(touch);
    this.#sums.add("midway", walk.before.enrollments.length);
    this.#sums.add("underWay", walk.record.enrollments.length);
  }

  counts(): ForecastCounts {
    const sums = this.#sums;
    const sum = (name: string) => sums.of(name);
    return {
      patients: sum("patients"),
      inAudience: sum("inAudience"),
      entered: sum("entered"),
      keptOut: sums.byReason("keptOut"),
      midway: sum("midway"),
      enrollments: sum("enrollments"),
      ended: sums.byReason("ended"),
      underWay: sum("underWay"),
      planned: sum("planned"),
      made: sum("made"),
      withheld: sums.byReason("withheld"),
      waiting: sum("waiting"),
      entering: sums
        .under("entering")
        .map(([day, enrollments]) => ({ day: Number(day), enrollments }))
        .toSorted((a, b) => a.day - b.day),
      touches: [...this.#touches.values()].toSorted(inOrder),
      tasks: sums
        .under("task")
        .map(([key, tasks]) => ({ ...taskOf(key), tasks }))
        .toSorted((a, b) => a.day - b.day || (a.queue < b.queue ? -1 : 1)),
    };
  }

  #addInAudience(walk: PatientWalk): void {
    this.#sums.add("inAudience");
    const isEntered = walk.events.some(({ type }) => type === "enrolled");
    this.#sums.add(isEntered ? "entered" : `keptOut:${reasonKeptOut(walk)}`);
  }

  #addEvent(event: RecordEvent): void {
    const day = () => dayOf(event.at, this.#zone);
    if (event.type === "enrolled") {
      this.#sums.add("enrollments");
      this.#sums.add(`entering:${day()}`);
    } else if (event.type === "enrollment-ended") {
      this.#sums.add(`ended:${event.outcome}`);
    } else if (event.type === "escalated") {
      this.#sums.add(`task:${day()}:${event.task.queue}`);
    }
  }

  #addTouch({ at, channel: lane, language, units, isNotice }: MadeTouch): void {
    const day = dayOf(at, this.#zone);
    const key = `${day}/${lane}/${language}`;
    const known = this.#touches.get(key);
    this.#touches.set(key, {
      ...{ day, lane, language },
      touches: (known?.touches ?? 0) + (isNotice ? 0 : 1),
      notices: (known?.notices ?? 0) + (isNotice ? 1 : 0),
      units: (known?.units ?? 0) + units,
    });
  }
}

function inOrder(a: TouchRow, b: TouchRow): number {
  const name = (row: TouchRow) => `${row.lane}/${row.language}`;
  return a.day - b.day || (name(a) < name(b) ? -1 : 1);
}

function taskOf(key: string): Omit<TaskRow, "tasks"> {
  const at = key.indexOf(":");
  return { day: Number(key.slice(0, at)), queue: key.slice(at + 1) };
}

/** Why a patient of the audience never entered, by the last word on it. */
function reasonKeptOut({ events, record, before }: PatientWalk): string {
  const refused = events.findLast((event) => event.type === "enrollment-refused");
  if (refused === undefined) return record.reach.doNotContact ?? reasonUnasked(before);
  const { reason } = refused;
  return reason === "do-not-contact" ? (record.reach.doNotContact ?? reason) : reason;
}

/** Whoever is in it, or went through this very episode, is not enrolled once more. */
function reasonUnasked({ enrollments, past }: PatientWalk["before"]): string {
  if (enrollments.length > 0) return "midway";
  return past.length > 0 ? "had-it" : "not-selected";
}

/** What became of each planned campaign contact: `made`, `waiting`, or why it was withheld. */
function fatesOf({ events, record }: PatientWalk): Iterable<string> {
  const fates = new Map<string, string>();
  const note = (touch: TouchRef, fate: string) => {
    if (touch.campaign.startsWith("reply/")) return;
    const key = touchKey(record, touch);
    if (fates.get(key) !== "made") fates.set(key, fate);
  };
  for (const event of events) {
    if (event.type === "touch-planned") note(event.touch, "waiting");
    else if (event.type === "touch-withheld") note(event.touch, event.reason);
    else if (event.type === "touch-accepted") note(event.touch, "made");
  }
  return fates.values();
}
