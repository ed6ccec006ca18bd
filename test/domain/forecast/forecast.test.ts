import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likely } from "#domain/forecast/likely";
import type { Person } from "#domain/forecast/plan";
import type { ReasonCount } from "#domain/forecast/tally";
import { pointId } from "#domain/patient/point-id";
import { formatDay } from "#domain/time";
import { forecastOf, mammogramCheck, person, plan } from "#support/a-forecast";
import { procedure } from "#support/solving";
import { day, fact } from "#support/subject";

const mail = "maria@example.org";
const byMail = {
  language: "es",
  points: [{ id: pointId(mail), kind: "email", address: mail }],
} as const;

const everybody: readonly Person[] = [
  person("silent"),
  person("by-mail", byMail),
  person("screened-on-wednesday", {}, [procedure("mammogram", "2026-12-02")]),
  person("died", { doNotContact: "deceased" }),
  person("moved-away", { doNotContact: "inactive" }),
  person("without-phone", { points: [] }),
  person("man", { sex: "male" }),
  person("screened-last-year", {}, [procedure("mammogram", "2025-11-30")]),
];

/** Rows as a person would note them on paper. */
function short({ touches, tasks }: ReturnType<typeof forecastOf>["counts"]) {
  return {
    touches: touches.map((row) =>
      [formatDay(row.day).slice(5), row.lane, row.language, row.touches, row.units].join(" "),
    ),
    tasks: tasks.map((row) => [formatDay(row.day).slice(5), row.queue, row.tasks].join(" ")),
  };
}

describe("a forecast in which nobody answers", () => {
  const { counts } = forecastOf(everybody);

  it("says who enters, and of everybody else in the audience why not", () => {
    expect(counts).toMatchObject({
      patients: 8,
      inAudience: 6,
      entered: 3,
      keptOut: [
        { reason: "deceased", count: 1 },
        { reason: "inactive", count: 1 },
        { reason: "no-channel", count: 1 },
      ],
      entering: [{ day: day("2026-11-30"), enrollments: 3 }],
    });
  });

  it("tells the contacts of each day by lane and language, as the campaign's steps lead", () => {
    // A text; after three days of silence and a day of rest a call, tried again on the next day.
    expect(short(counts).touches).toEqual([
      "11-30 email es 1 1",
      "11-30 sms en 2 2",
      "12-04 voice en 1 1",
      "12-05 voice en 1 1",
    ]);
  });

  it("tells agents their work, which reaches nobody and then ends", () => {
    expect(short(counts).tasks).toEqual(["12-04 scheduling 1", "12-05 scheduling 1"]);
    expect(counts.ended).toEqual([
      { reason: "completed", count: 2 },
      { reason: "goal-met", count: 1 },
    ]);
  });

  it("counts a result that comes in on the way as the goal", () => {
    const screened = forecastOf(everybody.slice(2, 3)).counts;
    expect(short(screened).touches).toEqual(["11-30 sms en 1 1"]);
    expect(screened.ended).toEqual([{ reason: "goal-met", count: 1 }]);
  });

  it("lets somebody enter on the day on which they come to be due", () => {
    const due = person("due-soon", {}, [procedure("mammogram", "2024-09-07")]);
    const { counts: later } = forecastOf([due]);
    expect(later.entering.map(({ day: on }) => formatDay(on))).toEqual(["2026-12-07"]);
  });

  it("keeps out whoever is held out to measure what outreach does", () => {
    const held = forecastOf(everybody, plan({ campaign: mammogramCheck({ holdout: 1 }) })).counts;
    expect(held.entered).toBe(0);
    expect(held.keptOut).toContainEqual({ reason: "holdout", count: 3 });
  });

  it("enrolls nobody past the clinical review", () => {
    const old = plan({ campaign: mammogramCheck({ review: "2026-11-29" }) });
    expect(forecastOf([person("p1")], old).counts.keptOut).toEqual([
      { reason: "review-past", count: 1 },
    ]);
  });

  it("waits for whoever is in a hospital until they are out", () => {
    const stay = fact({
      ...{ kind: "encounter", status: "active", codes: ["act|IMP"], encounterClass: "act|IMP" },
      ...{ from: day("2026-11-28"), through: day("2026-12-01") },
    });
    const { counts: rested } = forecastOf([person("in-hospital", {}, [stay])]);
    expect(short(rested).touches[0]).toBe("12-02 sms en 1 1");
  });

  it("does not tell what comes after the last day", () => {
    const { counts: short4 } = forecastOf([person("p1")], plan({ days: 4 }));
    expect(short4).toMatchObject({ made: 1, underWay: 1, ended: [] });
  });
});

describe("a forecast with likely answers", () => {
  const many = Array.from({ length: 60 }, (_, index) => person(`p${index}`));
  const answered = (seed: number) => forecastOf(many, plan({ behaviour: likely(seed) })).counts;

  it("is the same for the same seed, and another for another", () => {
    expect(answered(1)).toEqual(answered(1));
    expect(answered(1)).not.toEqual(answered(2));
  });

  it("does not change what one patient does when another comes along", () => {
    const alone = forecastOf(many.slice(0, 30), plan({ behaviour: likely(3) })).counts;
    const rest = forecastOf(many.slice(30), plan({ behaviour: likely(3) })).counts;
    const all = forecastOf(many, plan({ behaviour: likely(3) })).counts;
    expect(all.made).toBe(alone.made + rest.made);
  });

  it("hears some answers, opt-outs and goals", () => {
    const endings = answered(1).ended.map(({ reason }) => reason);
    expect(endings).toEqual(expect.arrayContaining(["completed", "goal-met", "opted-out"]));
  });
});

describe("the sums of a forecast", () => {
  const sumOf = (counts: readonly ReasonCount[]) =>
    counts.reduce((sum, { count }) => sum + count, 0);

  const anybody = fc
    .record({
      id: fc.uuid(),
      isFemale: fc.boolean(),
      year: fc.integer({ min: 1945, max: 1990 }),
      reach: fc.constantFrom({}, byMail, { points: [] }, { zones: [], states: [] }),
      doNotContact: fc.constantFrom(undefined, "deceased", "inactive", "replaced"),
      screenedBefore: fc.integer({ min: -20, max: 1_200 }),
    })
    .map(({ id, isFemale, year, reach, doNotContact, screenedBefore }) =>
      person(
        id,
        {
          ...reach,
          sex: isFemale ? "female" : "male",
          birthDate: day(`${year}-03-01`),
          ...(doNotContact === undefined ? {} : { doNotContact }),
        },
        [procedure("mammogram", formatDay(day("2026-11-30") - screenedBefore))],
      ),
    );

  it("add up: nobody and no contact is left over", () => {
    fc.assert(
      fc.property(
        fc.array(anybody, { maxLength: 12 }),
        fc.integer({ min: 1, max: 40 }),
        fc.option(fc.nat(1_000), { nil: undefined }),
        (people, days, seed) => {
          const behaviour = seed === undefined ? {} : { behaviour: likely(seed) };
          const asked = plan({ days, campaign: mammogramCheck({ holdout: 0.2 }), ...behaviour });
          const { counts, cost } = forecastOf(people, asked);
          expect(counts.patients).toBe(people.length);
          expect(counts.inAudience).toBe(counts.entered + sumOf(counts.keptOut));
          expect(counts.enrollments).toBe(sumOf(counts.ended) + counts.underWay);
          expect(counts.planned).toBe(counts.made + sumOf(counts.withheld) + counts.waiting);
          expect(counts.made).toBe(counts.touches.reduce((sum, row) => sum + row.touches, 0));
          const entering = counts.entering.reduce((sum, row) => sum + row.enrollments, 0);
          expect(entering).toBe(counts.enrollments);
          const amounts = cost.lines.reduce((sum, { amount }) => sum + amount, 0);
          expect(cost.total).toBeCloseTo(amounts, 9);
        },
      ),
      { numRuns: 60 },
    );
  });
});
