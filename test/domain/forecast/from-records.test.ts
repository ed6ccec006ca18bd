import { describe, expect, it } from "vitest";
import type { ForecastPlan, Person } from "#domain/forecast/plan";
import { walkPatient } from "#domain/forecast/walk-patient";
import { rulesOfMade } from "#domain/preview/made-patient";
import { beginWalk } from "#domain/preview/walk";
import { campaign } from "#support/a-campaign";
import { oak } from "#support/a-clinic";
import { forecastOf, mammogramCheck, person, plan } from "#support/a-forecast";
import { monday, record } from "#support/a-record";
import { day } from "#support/subject";

const people = ["a", "b", "c"].map((id) => person(id));

/** The same people, as the days of that plan leave them. */
function leftBy(days: ForecastPlan): readonly Person[] {
  return people.map((one) => ({ ...one, record: walkPatient(one, days).record }));
}

const first = plan({ days: 3 });
const rest = plan({ on: day("2026-12-03"), days: 11 });

describe("a forecast from where people stand", () => {
  it("goes on as one that looked ahead from the first day", () => {
    const whole = forecastOf(people, plan()).counts;
    const [begun, gone] = [
      forecastOf(people, first).counts,
      forecastOf(leftBy(first), rest).counts,
    ];
    expect(gone).toMatchObject({ midway: 3, entered: 0, enrollments: 0 });
    expect(begun.made + gone.made).toBe(whole.made);
    expect([...begun.touches, ...gone.touches]).toEqual(whole.touches);
    expect([...begun.tasks, ...gone.tasks]).toEqual(whole.tasks);
    expect(gone.ended).toEqual(whole.ended);
  });

  it("counts whoever is midway in the audience, and says why they do not enter", () => {
    const { counts } = forecastOf(leftBy(first), rest);
    expect(counts).toMatchObject({ inAudience: 3, keptOut: [{ reason: "midway", count: 3 }] });
    const ended = counts.ended.reduce((sum, { count }) => sum + count, 0);
    expect(counts.midway + counts.enrollments).toBe(ended + counts.underWay);
  });

  it("knows who has opted out, which no file says", () => {
    const walk = beginWalk({
      ...{ campaign: mammogramCheck(), record: record(), at: monday },
      rules: rulesOfMade(mammogramCheck(), oak),
    });
    walk.say("STOP");
    const stopped = { ...person("p1"), record: walk.rehearsal.record() };
    expect(forecastOf([stopped], rest).counts).toMatchObject({
      ...{ inAudience: 1, entered: 0, made: 0, keptOut: [{ reason: "opted-out", count: 1 }] },
    });
  });

  it("lets those who are in an older version end in it", () => {
    const old = mammogramCheck();
    const next = mammogramCheck({ version: 2, start: "book", steps: campaign().steps });
    const versions: ForecastPlan["versions"] = (id, version) =>
      id === old.id && version === 1 ? old : undefined;
    const gone = forecastOf(leftBy(first), { ...rest, campaign: next, versions }).counts;
    expect(gone.touches).toEqual(forecastOf(leftBy(first), rest).counts.touches);
    const lost = forecastOf(leftBy(first), { ...rest, campaign: next }).counts;
    expect(lost.touches).toEqual([]);
  });

  it("leaves the other campaigns out in which they are", () => {
    const other = campaign({ id: "lab-reminder/other", version: 1 });
    const busy = leftBy(first).map((one) => {
      const { record } = one;
      if (record === undefined) throw new Error("They have no record.");
      const moved = record.enrollments.map((open) => ({ ...open, campaign: other.id }));
      return { ...one, record: { ...record, enrollments: moved } };
    });
    const { counts } = forecastOf(busy, rest);
    expect(counts).toMatchObject({ midway: 0, entered: 3 });
  });
});
