import type { PatientRecord } from "#domain/record/record";
import { dayMs, dayOf, formatDay, type Instant } from "#domain/time";
import type { ResolveInput } from "#usecases/resolve-task";
import type { Dice } from "./dice.ts";
import type { Town } from "./town.ts";

/** Between two looks: longer than any step may be late (`notAfter`). Ms. */
const lookMs = 3 * dayMs;

/**
 * Has agents answer whatever stands open in the home's tables for enrollments of before it moved. Of
 * such a task, those who were at work in the region that was left may have had the answer, and have
 * sent what follows; the copy knows of neither. What follows now falls into the rest, and is stale
 * before contacts go on.
 */
export async function workOff(town: Town, movedAt: Instant): Promise<void> {
  const { clinic, ground, zone } = town;
  const { organization } = clinic.stores;
  const through = formatDay(dayOf(movedAt, zone) + 1);
  const open = () =>
    [...clinic.stores.records.all()].flatMap((record) =>
      openOf(record, through).map((task) => ({
        ...{ organization, patient: record.patient, task },
        outcome: outcomeBy(ground.dice),
      })),
    );
  for (let tasks = open(); tasks.length > 0; tasks = open()) {
    ground.witness.note("worked off", String(tasks.length));
    clinic.queues.tasks.send(tasks);
    await ground.timeline.pass(lookMs, "work off");
  }
}

function openOf({ tasks }: PatientRecord, through: string): readonly string[] {
  return tasks
    .filter(({ enrollment }) => enrollment && enrollment.episode <= through)
    .map(({ id }) => id);
}

function outcomeBy(dice: Dice): ResolveInput["outcome"] {
  return dice.is(0.5) ? "resolved" : "unreachable";
}
