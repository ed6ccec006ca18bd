import type { ReachPeople, ReachPeopleQuery } from "#contracts/api/reach";
import { formatReachCursor, parseReachCursor, type ReachPlace } from "#contracts/api/reach-cursor";
import type { OrganizationId } from "#domain/patient/profile";
import { cellOf, cohortsBehind } from "#domain/reach/open-number";
import { personBehind, type ReachNumber } from "#domain/reach/person";
import type { RecordEvent } from "#domain/record/event";
import type { StaffMember } from "#domain/staff/member";
import { formatInstant } from "#domain/time";
import type { CohortRef, LedgerStore } from "#ports";

/** People of one page where nobody says how many. */
const pageSize = 50;

/** Patients whose rows are read for one page: of a rare number most are read in vain. */
const readMax = 400;

/** Patients whose rows are read at the same time. */
const atOnce = 25;

type Ledger = Pick<LedgerStore, "of" | "reach" | "cohort">;

type Person = ReachPeople["people"][number];

/**
 * Tells who stands behind one number of a report, told from their ledger rows by what makes the
 * tallies. Reads only. A page ends early where many were read in vain, and the next goes on there.
 *
 * @returns `not-allowed` for a number that the report does not show, but to care managers, who contact
 * these people; `bad-request` for a cursor that was not made here.
 */
export function createListReachPeople(ports: { readonly ledger: Ledger }) {
  return async (
    { organization, roles }: Pick<StaffMember, "organization" | "roles">,
    query: ReachPeopleQuery,
  ): Promise<ReachPeople | "not-allowed" | "bad-request"> => {
    const { cursor, limit = pageSize, measure, by, value, ...of } = query;
    const from = cursor === undefined ? undefined : parseReachCursor(cursor);
    if (cursor !== undefined && from === undefined) return "bad-request";
    const number: ReachNumber = { measure, ...(by && { by }), ...(value && { value }) };
    const counts = await ports.ledger.reach(organization, of);
    const mayOpenFew = roles.includes("care-manager");
    if (!mayOpenFew && cellOf(counts, number) === null) return "not-allowed";
    const seen = lookThrough(ports.ledger, organization, {
      ...{ number, cohorts: cohortsBehind(counts, number), from },
    });
    const people: Person[] = [];
    let read = 0;
    for await (const { person, place } of seen) {
      if (person) people.push(person);
      read += 1;
      if (people.length < limit && read < readMax) continue;
      return { people, cursor: formatReachCursor(place) };
    }
    return { people };
  };
}

interface Looked {
  readonly place: ReachPlace;
  /** Absent where the number does not count them. */
  readonly person?: Person;
}

interface LookFor {
  readonly number: ReachNumber;
  readonly cohorts: readonly CohortRef[];
  readonly from: ReachPlace | undefined;
}

/** Everybody of the cohorts, from a place on, with what the number has of them. */
async function* lookThrough(
  ledger: Ledger,
  organization: OrganizationId,
  { number, cohorts, from }: LookFor,
): AsyncIterable<Looked> {
  const left = cohorts.filter((cohort) => from === undefined || keyOf(cohort) >= keyOf(from));
  for (const cohort of left) {
    const isFirst = from !== undefined && keyOf(cohort) === keyOf(from);
    let after = isFirst ? from.after : undefined;
    for (let isLast = false; !isLast; ) {
      const at = after === undefined ? {} : { after };
      const page = await ledger.cohort(organization, cohort, { limit: atOnce, ...at });
      yield* await Promise.all(
        page.patients.map(async ({ patient, place }): Promise<Looked> => {
          const looked = { place: { ...cohort, after: place } };
          const events: RecordEvent[] = [];
          for await (const { event } of ledger.of(organization, patient)) events.push(event);
          const found = personBehind(events, number, cohort);
          if (!found) return looked;
          const person = { patient, ...cohort, ...found, at: formatInstant(found.at) };
          return { ...looked, person };
        }),
      );
      after = page.patients.at(-1)?.place;
      isLast = page.isLast || after === undefined;
    }
  }
}

/** In this order cohorts are looked through. */
function keyOf({ campaign, week }: CohortRef): string {
  return `${campaign}#${week}`;
}
