import type { PatientRecord, Task } from "#domain/record/record";
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
      openOf(record, through).map((task) => ({ patient: record.patient, task })),
    );
  for (let tasks = open(); tasks.length > 0; tasks = open()) {
    // Nobody answers what they were not told of yet.
    const told = tasks.filter(({ task }) => task.raised > 0);
    ground.witness.note("worked off", String(told.length));
    clinic.queues.tasks.send(
      told.map(({ patient, task }) => ({
        ...{ organization, patient, task: task.id, outcome: outcomeBy(ground.dice) },
      })),
    );
    await ground.timeline.pass(lookMs, "work off");
  }
}

function openOf({ tasks }: PatientRecord, through: string): readonly Task[] {
  return tasks.filter(({ enrollment }) => enrollment && enrollment.episode <= through);
}

function outcomeBy(dice: Dice): ResolveInput["outcome"] {
  return dice.is(0.5) ? "resolved" : "unreachable";
}
