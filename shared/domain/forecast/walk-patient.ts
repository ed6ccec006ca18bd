import { type EligibilityEntry, solveEligibility } from "../audience/eligibility.ts";
import { keepLook } from "../audience/keep-look.ts";
import { rearm } from "../audience/rearm.ts";
import { standingOf } from "../audience/standing-of.ts";
import { isInFacility } from "../patient/facility.ts";
import type { Subject } from "../patient/fact.ts";
import { type PatientId, reachability } from "../patient/profile.ts";
import { subjectOf } from "../patient/subject.ts";
import type { RecordEvent } from "../record/event.ts";
import { newRecord } from "../record/new-record.ts";
import type { PatientRecord } from "../record/record.ts";
import { type Rehearsal, rehearse } from "../record/rehearsal.ts";
import { type Day, dayOf, formatDay, type Instant } from "../time.ts";
import type { Reaction } from "./behaviour.ts";
import { daysOfNews, knownBy } from "./known-facts.ts";
import { type MadeTouch, TouchMaker } from "./made-touch.ts";
import { endOf, type ForecastPlan, morningOf, type Person, rulesOf } from "./plan.ts";

/** How far ahead an audience is solved: as far as the eligibility index looks. Days. */
const horizonDays = 73_050;

/** What became of one patient over the days of the plan. */
export interface PatientWalk {
  readonly patient: PatientId;
  /** Whether the audience held on a morning of the span, or would have but for the death. */
  readonly isInAudience: boolean;
  readonly events: readonly RecordEvent[];
  readonly touches: readonly MadeTouch[];
  /** As it was at the beginning and at the end. */
  readonly before: PatientRecord;
  readonly record: PatientRecord;
}

/**
 * Takes one patient through the days: their audience is solved and selected from as production
 * does, each look sets the next, and the record goes through `decide` and `evolve` with the
 * behaviour of the plan around it. The provider accepts every message at the moment it is claimed.
 */
export function walkPatient(person: Person, plan: ForecastPlan): PatientWalk {
  return new Walker(person, plan).walk();
}

class Walker {
  readonly #person: Person;
  readonly #plan: ForecastPlan;
  readonly #subject: Subject;
  readonly #news: readonly Day[];
  readonly #before: PatientRecord;
  readonly #rehearsal: Rehearsal;
  readonly #maker: TouchMaker;
  readonly #touches: MadeTouch[] = [];
  #reactions: readonly Reaction[] = [];
  #entry: EligibilityEntry | undefined;
  #morning: Day;
  #isSelected = false;
  #looked = 0;

  constructor(person: Person, plan: ForecastPlan) {
    const { on, days } = plan;
    this.#person = person;
    this.#plan = plan;
    this.#subject = subjectOf(person.profile, person.facts);
    this.#news = daysOfNews(this.#subject, on, on + days - 1);
    this.#morning = on;
    this.#before = this.#recordOn(on);
    const at = morningOf(on, plan);
    this.#rehearsal = rehearse({ record: this.#before, at, rules: rulesOf(plan) });
    this.#maker = new TouchMaker(person.profile, plan);
    // Whoever is with an agent already is dealt with as those will be who come to one.
    for (const task of this.#before.tasks) this.#react({ type: "escalated", at, task });
  }

  walk(): PatientWalk {
    const until = endOf(this.#plan);
    this.#entry = this.#solve(this.#morning);
    this.#look(this.#morning);
    for (let next = this.#next(); next !== undefined && next < until; next = this.#next()) {
      this.#goTo(next);
    }
    return {
      patient: this.#person.profile.patient,
      isInAudience: this.#isSelected || this.#isMissed(),
      events: this.#rehearsal.events(),
      touches: this.#touches,
      before: this.#before,
      record: this.#rehearsal.record(),
    };
  }

  /** The next moment at which anything happens: due work, a reaction, a morning with news. */
  #next(): Instant | undefined {
    const morning = this.#nextMorning();
    const moments = [
      this.#rehearsal.nextAt(),
      this.#reactions[0]?.at,
      morning === undefined ? undefined : morningOf(morning, this.#plan),
    ].filter((at) => at !== undefined);
    return moments.length === 0 ? undefined : Math.min(...moments);
  }

  #nextMorning(): Day | undefined {
    const news = this.#news.find((day) => day > this.#morning);
    const startsOn = this.#entry?.startsOn;
    const look = startsOn === undefined ? undefined : Math.max(startsOn, this.#morning + 1);
    if (news === undefined || look === undefined) return news ?? look;
    return Math.min(news, look);
  }

  #goTo(at: Instant): void {
    this.#rehearsal.runUntil(at);
    this.#observe();
    const [first, ...later] = this.#reactions;
    if (first !== undefined && first.at <= at) {
      this.#reactions = later;
      this.#rehearsal.put(first.command(this.#rehearsal.record()));
      this.#observe();
    }
    const morning = this.#nextMorning();
    if (morning === undefined || morningOf(morning, this.#plan) > at) return;
    this.#morning = morning;
    if (this.#news.includes(morning)) this.#settle(morning);
    this.#look(morning);
  }

  /** Files came in: what they say of the audience, of the goal and of where the patient is. */
  #settle(day: Day): void {
    const known = knownBy(this.#subject, day);
    this.#entry = this.#solve(day);
    this.#rehearsal.put({ type: "change-profile", reach: this.#reachOn(day, known) });
    this.#tellStanding(day);
  }

  /** Whether the goal is met and the audience still holds, by what is known (law 8). */
  #tellStanding(day: Day): void {
    const known = knownBy(this.#subject, day);
    const { campaign, concepts, organization } = this.#plan;
    for (const { enrolledAt } of this.#rehearsal.record().enrollments) {
      const since = dayOf(enrolledAt, this.#person.profile.zones[0] ?? organization.business.zone);
      const standing = standingOf(campaign, known, concepts, { since, today: day });
      this.#rehearsal.put({ type: "change-eligibility", campaign: campaign.id, standing });
    }
    this.#observe();
  }

  #solve(day: Day): EligibilityEntry | undefined {
    const { campaign, concepts } = this.#plan;
    const known = knownBy(this.#subject, day);
    const [solved] = solveEligibility(campaign, known, concepts, day, horizonDays);
    return solved && keepLook(solved, this.#entry);
  }

  /** As selection and enrollment do together: enroll or learn why not, then set the next look. */
  #look(day: Day): void {
    const { through = day } = this.#entry ?? {};
    if (through < day) this.#entry = this.#solve(day);
    const entry = this.#entry;
    if (entry?.startsOn === undefined || entry.startsOn > day) return;
    this.#isSelected = true;
    const { campaign } = this.#plan;
    const before = this.#rehearsal.events().length;
    this.#rehearsal.put({
      type: "enroll",
      campaign: campaign.id,
      version: campaign.version,
      episode: entry.episode ?? formatDay(entry.startsOn),
      ...(entry.through === undefined ? {} : { eligibleThrough: entry.through }),
    });
    const refused = this.#rehearsal
      .events()
      .slice(before)
      .find((event) => event.type === "enrollment-refused");
    this.#tellStanding(day);
    this.#entry = rearm(entry, campaign, refused?.reason, day);
  }

  #observe(): void {
    const events = this.#rehearsal.events();
    for (; this.#looked < events.length; this.#looked += 1) {
      const event = events[this.#looked];
      if (event === undefined) return;
      const made = this.#maker.see(event, this.#rehearsal.record());
      if (made !== undefined) this.#touches.push(made);
      this.#react(event);
    }
  }

  #react(event: RecordEvent): void {
    const { behaviour, campaign } = this.#plan;
    const reactions = behaviour(event, { record: this.#rehearsal.record(), campaign });
    if (reactions.length === 0) return;
    this.#reactions = [...this.#reactions, ...reactions].toSorted((a, b) => a.at - b.at);
  }

  /** What they allow and had lately counts; the other campaigns that they are in do not. */
  #recordOn(day: Day): PatientRecord {
    const { campaign, organization } = this.#plan;
    const { profile, record = newRecord(organization.id, profile.patient) } = this.#person;
    const own = <One extends { readonly campaign: string }>(all: readonly One[]) =>
      all.filter((one) => one.campaign === campaign.id);
    const [enrollments, past] = [own(record.enrollments), own(record.past)];
    return { ...record, enrollments, past, reach: this.#reachOn(day, knownBy(this.#subject, day)) };
  }

  /** Somebody who died is in no audience; without the death they would have been in this one. */
  #isMissed(): boolean {
    const { deceased, ...living } = this.#subject;
    if (deceased === undefined) return false;
    const { campaign, concepts, on, days } = this.#plan;
    const [entry] = solveEligibility(campaign, knownBy(living, on), concepts, on, days - 1);
    return entry !== undefined;
  }

  #reachOn(day: Day, { facts }: Subject): PatientRecord["reach"] {
    return reachability(this.#person.profile, {
      today: day,
      isInFacility: isInFacility(facts, day),
    });
  }
}
