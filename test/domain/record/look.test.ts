import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reachCounts, sumCounts } from "#domain/reach/tally";
import type { RecordEvent } from "#domain/record/event";
import { dayMs } from "#domain/time";
import { campaign } from "#support/a-campaign";
import { enroll, given, monday, newYork, record, rules } from "#support/a-record";

const traits = { language: "en" } as const;
const nowhere = { ...newYork, points: {} };

/** Somebody at whom selection looks, on some days after Monday, reachable or not by then. */
function lookedAt(
  looks: readonly {
    readonly on: number;
    readonly isReachable: boolean;
    readonly version?: number;
  }[],
) {
  const book = rules([campaign(), campaign({ version: 2 })]);
  const story = given(record({ reach: nowhere }), book);
  const events: RecordEvent[] = [];
  for (const { on, isReachable, version = 1 } of looks) {
    const at = monday + on * dayMs;
    story.when({ type: "change-profile", at, reach: isReachable ? newYork : nowhere });
    events.push(...story.when(enroll(at, { version, episode: `day-${on}`, traits })).events());
  }
  return { events, story };
}

function countsOf(events: readonly RecordEvent[]) {
  return sumCounts(events.flatMap(reachCounts)).filter(({ among }) => among === undefined);
}

function shortly(events: readonly RecordEvent[]) {
  return countsOf(events).map(({ week, version, measure, count }) =>
    [week, version, measure, count].join(" "),
  );
}

describe("somebody who is refused week after week", () => {
  it("is eligible once, in the first week", () => {
    const { events } = lookedAt([0, 7, 14, 21].map((on) => ({ on, isReachable: false })));
    expect(shortly(events)).toEqual(["2026-W49 1 eligible 1", "2026-W49 1 refused:no-channel 1"]);
  });

  it("is no longer counted as refused once they are enrolled, and stays in that week", () => {
    const { events } = lookedAt([
      { on: 0, isReachable: false },
      { on: 7, isReachable: true },
    ]);
    expect(shortly(events)).toEqual(["2026-W49 1 eligible 1", "2026-W49 1 enrolled 1"]);
  });

  it("is counted with the version that enrolled them", () => {
    const { events } = lookedAt([
      { on: 0, isReachable: false },
      { on: 7, isReachable: true, version: 2 },
    ]);
    expect(shortly(events)).toEqual(["2026-W49 2 eligible 1", "2026-W49 2 enrolled 1"]);
  });

  it("is eligible anew when nobody looked for long", () => {
    const { events } = lookedAt([
      { on: 0, isReachable: false },
      { on: 15, isReachable: true },
    ]);
    expect(shortly(events)).toEqual([
      ...["2026-W49 1 eligible 1", "2026-W49 1 refused:no-channel 1"],
      ...["2026-W51 1 eligible 1", "2026-W51 1 enrolled 1"],
    ]);
  });

  it("is not taken back twice by a look after their enrollment", () => {
    const { events, story } = lookedAt([
      { on: 0, isReachable: false },
      { on: 7, isReachable: true },
    ]);
    const at = monday + 8 * dayMs;
    const ended = { type: "change-eligibility", at, campaign: "screening/check" } as const;
    story.when({ ...ended, standing: { is: "not-eligible" } });
    const again = story.when(enroll(at + dayMs, { episode: "day-9", traits })).events();
    expect(again).toMatchObject([{ type: "enrollment-refused", reason: "too-soon" }]);
    expect(again[0]).not.toHaveProperty("instead");
    expect(shortly([...events, ...again])).toContain("2026-W50 1 refused:too-soon 1");
  });

  it("is always enrolled or refused as often as they are eligible, whenever selection looks", () => {
    const anyLooks = fc
      .array(
        fc.record({
          after: fc.constantFrom(1, 7, 14, 15, 40),
          isReachable: fc.boolean(),
          version: fc.constantFrom(1, 2),
        }),
        { minLength: 1, maxLength: 8 },
      )
      .map((looks) => {
        let on = 0;
        return looks.map(({ after, ...look }) => {
          on += after;
          return { on, ...look };
        });
      });
    fc.assert(
      fc.property(anyLooks, (looks) => {
        const groups = Map.groupBy(countsOf(lookedAt(looks).events), ({ week, version }) =>
          [week, version].join(),
        );
        for (const counts of groups.values()) {
          const sum = (is: (measure: string) => boolean) =>
            counts.filter(({ measure }) => is(measure)).reduce((all, { count }) => all + count, 0);
          expect(counts.every(({ count }) => count > 0)).toBe(true);
          expect(sum((measure) => measure === "eligible")).toBe(
            sum((measure) => measure === "enrolled" || measure.startsWith("refused:")),
          );
        }
      }),
    );
  });
});
