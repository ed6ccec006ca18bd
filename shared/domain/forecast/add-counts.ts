import type { ForecastCounts, ReasonCount, TaskRow, TouchRow } from "./tally.ts";

/** What two parts of a population come to together. In whatever order parts are added, the sum is one. */
export function addCounts(one: ForecastCounts, other: ForecastCounts): ForecastCounts {
  const sum = (of: (counts: ForecastCounts) => number) => of(one) + of(other);
  const reasons = (of: (counts: ForecastCounts) => readonly ReasonCount[]) =>
    addReasons([...of(one), ...of(other)]);
  return {
    patients: sum(({ patients }) => patients),
    inAudience: sum(({ inAudience }) => inAudience),
    entered: sum(({ entered }) => entered),
    keptOut: reasons(({ keptOut }) => keptOut),
    midway: sum(({ midway }) => midway),
    enrollments: sum(({ enrollments }) => enrollments),
    ended: reasons(({ ended }) => ended),
    underWay: sum(({ underWay }) => underWay),
    planned: sum(({ planned }) => planned),
    made: sum(({ made }) => made),
    withheld: reasons(({ withheld }) => withheld),
    waiting: sum(({ waiting }) => waiting),
    entering: addEntering([...one.entering, ...other.entering]),
    touches: addTouches([...one.touches, ...other.touches]),
    tasks: addTasks([...one.tasks, ...other.tasks]),
  };
}

export const noCounts: ForecastCounts = {
  ...{ patients: 0, inAudience: 0, entered: 0, midway: 0, enrollments: 0, underWay: 0 },
  ...{ planned: 0, made: 0, waiting: 0 },
  ...{ keptOut: [], ended: [], withheld: [], entering: [], touches: [], tasks: [] },
};

/** Rows of one key become one; each list keeps the order in which a single tally would tell it. */
function merged<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  add: (one: Row, other: Row) => Row,
): readonly Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const known = byKey.get(keyOf(row));
    byKey.set(keyOf(row), known === undefined ? row : add(known, row));
  }
  return [...byKey.values()];
}

function addReasons(rows: readonly ReasonCount[]): readonly ReasonCount[] {
  return merged(
    rows,
    ({ reason }) => reason,
    (one, other) => ({ ...one, count: one.count + other.count }),
  ).toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

function addEntering(rows: ForecastCounts["entering"]): ForecastCounts["entering"] {
  return merged(
    rows,
    ({ day }) => String(day),
    (one, other) => ({ ...one, enrollments: one.enrollments + other.enrollments }),
  ).toSorted((a, b) => a.day - b.day);
}

function addTouches(rows: readonly TouchRow[]): readonly TouchRow[] {
  const nameOf = ({ lane, language }: TouchRow) => `${lane}/${language}`;
  return merged(
    rows,
    (row) => `${row.day}/${nameOf(row)}`,
    (one, other) => ({
      ...one,
      touches: one.touches + other.touches,
      notices: one.notices + other.notices,
      units: one.units + other.units,
    }),
  ).toSorted((a, b) => a.day - b.day || (nameOf(a) < nameOf(b) ? -1 : 1));
}

function addTasks(rows: readonly TaskRow[]): readonly TaskRow[] {
  return merged(
    rows,
    ({ day, queue }) => `${day}:${queue}`,
    (one, other) => ({ ...one, tasks: one.tasks + other.tasks }),
  ).toSorted((a, b) => a.day - b.day || (a.queue < b.queue ? -1 : 1));
}
