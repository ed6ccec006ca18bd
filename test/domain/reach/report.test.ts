import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimensions } from "#domain/reach/dimension";
import { funnelMeasures } from "#domain/reach/measure";
import { type ReachReport, reachReport } from "#domain/reach/report";
import { isSmall, smallestShown } from "#domain/reach/small-cells";
import { type Came, countsOf, type Someone, several } from "#support/a-reach";

const english = { language: "en" } as const;
const spanish = { language: "es" } as const;

function groupOf(report: ReachReport, value: string) {
  return report.groups.find((group) => group.value === value)?.funnel;
}

describe("a report", () => {
  it("tells how far people came", () => {
    const counts = countsOf(
      several(40, { came: "enrolled" }),
      several(30, { came: "delivered" }),
      several(20, { came: "goal-met" }),
    );
    expect(reachReport(counts, undefined, true).total).toMatchObject({
      ...{ eligible: 90, enrolled: 90, touched: 50, delivered: 50, "goal-met": 20, answered: 0 },
    });
  });

  it("tells it of each group, and of some only what their dimension knows", () => {
    const counts = countsOf(
      several(40, { came: "touched", ...english }),
      several(20, { came: "touched", ...spanish }),
      several(11, { came: "enrolled" }),
    );
    const byLanguage = reachReport(counts, "language", true);
    expect(byLanguage.groups.map(({ value }) => value)).toEqual(["en", "es", "unknown"]);
    expect(groupOf(byLanguage, "es")).toMatchObject({ enrolled: 20, touched: 20 });
    expect(groupOf(byLanguage, "unknown")).toMatchObject({ enrolled: 11, touched: 0 });
    const byChannel = reachReport(counts, "channel", true);
    expect(byChannel.groups).toEqual([{ value: "sms", funnel: { touched: 60 } }]);
  });

  it("puts versions and weeks in their order", () => {
    const counts = countsOf(
      ...[10, 9, 2].map((version) => several(20, { came: "enrolled", version })),
    );
    expect(reachReport(counts, "version", true).groups.map(({ value }) => value)).toEqual([
      ...["2", "9", "10"],
    ]);
    const weeks = ["2027-W01", "2026-W53", "2026-W09"];
    const byWeek = countsOf(...weeks.map((week) => several(20, { came: "enrolled", week })));
    expect(reachReport(byWeek, "week", true).groups.map(({ value }) => value)).toEqual(
      weeks.toReversed(),
    );
  });

  it("hides a small group and the next, so that the total does not tell it", () => {
    const counts = countsOf(
      several(90, { came: "enrolled", ...english }),
      several(40, { came: "enrolled", ...spanish }),
      several(3, { came: "enrolled", language: "vi" }),
    );
    const report = reachReport(counts, "language", true);
    expect(report.total.enrolled).toBe(133);
    expect(groupOf(report, "vi")?.enrolled).toBeNull();
    expect(groupOf(report, "es")?.enrolled).toBeNull();
    expect(groupOf(report, "en")?.enrolled).toBe(90);
  });

  it("hides why a few were refused, with another reason that would tell", () => {
    const counts = countsOf(
      several(200, { came: "enrolled" }),
      several(30, { came: "held-out" }),
      several(4, { came: "no-channel" }),
    );
    const { refused, holdout } = reachReport(counts, undefined, true);
    expect(refused).toEqual([
      { reason: "holdout", count: null },
      { reason: "no-channel", count: null },
    ]);
    expect(holdout?.heldOut.people).toBeNull();
  });

  const anyone: fc.Arbitrary<Someone> = fc.record({
    came: fc.constantFrom<Came>("held-out", "no-channel", "enrolled", "touched", "goal-met"),
    isMet: fc.boolean(),
    language: fc.constantFrom("en", "es", "vi"),
    ageBand: fc.constantFrom("60-69", "70-79"),
    week: fc.constantFrom("2026-W48", "2026-W49"),
    version: fc.constantFrom(1, 2),
  });
  const anybody = fc
    .array(fc.tuple(anyone, fc.integer({ min: 1, max: 40 })), { maxLength: 12 })
    .map((groups) => groups.map(([someone, count]) => several(count, someone)));

  it("never shows a number of one to ten, nor lets one be reckoned from a total", () => {
    fc.assert(
      fc.property(anybody, fc.constantFrom(...dimensions), (people, by) => {
        const counts = countsOf(...people);
        const { total, groups, refused, withheld, holdout } = reachReport(counts, by, true);
        const cells = [
          ...Object.values(total),
          ...groups.flatMap(({ funnel }) => Object.values(funnel)),
          ...[...refused, ...withheld].map(({ count }) => count),
          ...[holdout?.contacted, holdout?.heldOut].flatMap((arm) => [arm?.people, arm?.met]),
        ];
        for (const cell of cells) expect(isSmall(cell ?? 0)).toBe(false);
        for (const measure of funnelMeasures) {
          const parts = groups.map(({ funnel }) => funnel[measure]);
          const all = total[measure];
          if (all == null || !parts.includes(null)) continue;
          const left = parts.reduce<number>((rest, part) => rest - (part ?? 0), all);
          expect(parts.filter((part) => part === null).length).toBeGreaterThanOrEqual(2);
          expect(left).toBeGreaterThanOrEqual(smallestShown);
        }
      }),
    );
  });
});

describe("the comparison with the held out", () => {
  const people = [
    several(300, { came: "goal-met" }),
    several(200, { came: "delivered" }),
    several(20, { came: "held-out", isMet: true }),
    several(30, { came: "held-out" }),
  ];

  it("is of the shares that met the goal, with what chance may have done", () => {
    const { holdout } = reachReport(countsOf(...people), undefined, true);
    expect(holdout?.contacted).toEqual({ people: 500, met: 300 });
    expect(holdout?.heldOut).toEqual({ people: 50, met: 20 });
    expect(holdout?.difference?.of).toBeCloseTo(0.2);
    expect(holdout?.difference?.low).toBeGreaterThan(0);
  });

  it("counts nobody of a version that held out nobody", () => {
    const before = several(900, { came: "enrolled", version: 7 });
    const { holdout } = reachReport(countsOf(...people, before), undefined, true);
    expect(holdout?.contacted).toEqual({ people: 500, met: 300 });
  });

  it("is none over several campaigns, and where nobody is held out", () => {
    expect(reachReport(countsOf(...people), undefined, false)).not.toHaveProperty("holdout");
    const contacted = countsOf(...people.slice(0, 2));
    expect(reachReport(contacted, undefined, true)).not.toHaveProperty("holdout");
  });

  it("is not told of few people", () => {
    const few = countsOf(...people.slice(0, 2), several(8, { came: "held-out", isMet: true }));
    expect(reachReport(few, undefined, true).holdout).toMatchObject({
      ...{ heldOut: { people: null, met: null }, difference: null },
    });
    const nearlyAll = countsOf(
      ...people.slice(0, 2),
      several(40, { came: "held-out", isMet: true }),
      several(2, { came: "held-out" }),
    );
    expect(reachReport(nearlyAll, undefined, true).holdout?.heldOut).toEqual({
      ...{ people: 42, met: null },
    });
  });
});
