import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { funnelMeasures } from "#domain/reach/measure";
import { noCampaign, reachCounts, sumCounts } from "#domain/reach/tally";
import type { RecordEvent } from "#domain/record/event";
import { at, monday } from "#support/a-record";

const cohort = { week: "2026-W49", language: "es", ageBand: "60-69", sex: "female" } as const;
const enrollment = { campaign: "screening/check", episode: "e1" } as const;

const life: readonly RecordEvent[] = [
  { type: "enrolled", at: monday, ...enrollment, version: 2, start: "invite", cohort },
  {
    ...{ type: "stage-reached", at: monday, ...enrollment, version: 2, stage: "touched" },
    ...{ cohort, channel: "sms" },
  },
  {
    ...{ type: "enrollment-ended", at: monday, ...enrollment, version: 2, outcome: "goal-met" },
    ...{ cohort, isFollowed: true },
  },
];

describe("what an event adds to reach", () => {
  it("is counted for everybody and among those alike", () => {
    const [event] = life;
    const counts = event ? reachCounts(event) : [];
    const eligible = counts.filter(({ measure }) => measure === "eligible");
    expect(eligible.map(({ among }) => among)).toEqual([
      undefined,
      { by: "language", value: "es" },
      { by: "age-band", value: "60-69" },
      { by: "sex", value: "female" },
      { by: "site", value: "unknown" },
    ]);
    expect(new Set(counts.map(({ week, version }) => `${week}/${version}`))).toEqual(
      new Set(["2026-W49/2"]),
    );
  });

  it("tells the channel of stages that are reached on one", () => {
    const counts = life[1] ? reachCounts(life[1]) : [];
    expect(counts.map(({ among }) => among)).toContainEqual({ by: "channel", value: "sms" });
  });

  it("compares goals by their follow-up", () => {
    const measures = life.flatMap(reachCounts).map(({ measure }) => measure);
    expect(measures).toContain("followed:contacted");
    const { isFollowed: _, ...late } = life[2] as RecordEvent & { type: "enrollment-ended" };
    expect(reachCounts(late).map(({ measure }) => measure)).not.toContain("followed:contacted");
  });

  it("is counted in its own week where nothing else is known", () => {
    const row = {
      type: "touch-unconfirmed",
      at: at("2026-11-22T23:30:00Z"),
      channel: "sms",
    } as const;
    const touch = { ...enrollment, step: "invite", occurrence: 1 };
    expect(reachCounts({ ...row, touch })).toMatchObject([{ version: 0, week: "2026-W47" }]);
  });

  it("of a task of no campaign is counted apart", () => {
    const resolved = { type: "task-resolved", at: monday, task: "t", outcome: "resolved" } as const;
    const counts = reachCounts({ ...resolved, inTime: true, cohort: { week: "2026-W49" } });
    const all = counts.filter(({ among }) => among === undefined);
    expect(all.map(({ campaign, measure }) => [campaign, measure])).toEqual([
      [noCampaign, "resolved"],
      [noCampaign, "resolved-in-time"],
    ]);
  });
});

describe("sums", () => {
  it("are the same in any order and in any parts", () => {
    const counts = life.flatMap(reachCounts);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...counts, ...counts], { minLength: 2 * counts.length }),
        fc.nat(2 * counts.length),
        (shuffled, cut) => {
          const parts = [shuffled.slice(0, cut), shuffled.slice(cut)].map(sumCounts);
          expect(sumCounts(parts.flat())).toEqual(sumCounts([...counts, ...counts]));
        },
      ),
    );
  });

  it("of those alike are that of everybody, by each thing that is known", () => {
    const sums = sumCounts(life.flatMap(reachCounts));
    for (const measure of funnelMeasures) {
      const of = sums.filter((entry) => entry.measure === measure);
      const all = of.find(({ among }) => among === undefined)?.count ?? 0;
      for (const by of ["language", "age-band", "sex", "site"]) {
        const among = of.filter((entry) => entry.among?.by === by);
        expect(among.reduce((sum, { count }) => sum + count, 0)).toBe(all);
      }
    }
  });
});
