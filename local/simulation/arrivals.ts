import type { GatheredPatient } from "#contracts/fhir/gathering";
import { dayOf, hourMs, type Instant, startOfDay } from "#domain/time";
import type { Clinic } from "./crowd.ts";
import type { Ground } from "./environment.ts";
import { gathered, type Inhabitant } from "./population.ts";

/** The files of one day are read within this. Hours. */
const importHours = 6;

/** Patients of one file: as many as are read before anything is written. */
const chunkSize = 25;

interface Life {
  readonly ground: Ground;
  readonly clinic: Clinic;
  readonly inhabitants: readonly Inhabitant[];
  readonly from: Instant;
  readonly until: Instant;
  readonly zone: string;
}

/**
 * Has everybody imported: who they are and what is known of them on the first day, and what comes
 * to be known on the day on which it is so. Where imports overlap, some of it comes twice at once.
 */
export function bringEverybodyIn(life: Life): void {
  const { inhabitants, from, until, zone } = life;
  const today = dayOf(from, zone);
  const first = inhabitants.map(({ patient, due, resource }) => {
    const known = due.filter((fact) => fact.from <= today);
    return { whole: gathered(patient, known, resource), facts: gathered(patient, known) };
  });
  bringIn(life, from, first);
  for (let day = today + 1; startOfDay(day, zone) < until; day += 1) {
    const news = inhabitants.flatMap(({ patient, due, resource }) => {
      const known = due.filter((fact) => fact.from <= day);
      if (known.at(-1)?.from !== day) return [];
      const facts = gathered(patient, known.slice(-1));
      return [{ whole: gathered(patient, known, resource), facts }];
    });
    bringIn(life, startOfDay(day, zone), news);
  }
}

interface News {
  readonly whole: GatheredPatient;
  /** Some of it, without who it is. */
  readonly facts: GatheredPatient;
}

function bringIn({ ground, clinic }: Life, midnight: Instant, news: readonly News[]): void {
  const { timeline, dice, faults } = ground;
  const { imports } = clinic.queues;
  for (let start = 0; start < news.length; start += chunkSize) {
    const chunk = news.slice(start, start + chunkSize);
    timeline.at(midnight + dice.within(0, importHours) * hourMs, `import ${start}`, () => {
      imports.send([chunk.map(({ whole }) => whole)]);
      if (dice.is(faults.share("import-overlap"))) imports.send([chunk.map(({ facts }) => facts)]);
    });
  }
}
