import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pack, unpack } from "#contracts/stored/packed";
import { formatReach, parseReach } from "#contracts/stored/reach";
import { traitDimensions } from "#domain/reach/dimension";
import { type ReachCount, sumCounts } from "#domain/reach/tally";
import { countsOf, several } from "#support/a-reach";

const anyCount: fc.Arbitrary<ReachCount> = fc
  .record({
    campaign: fc.constantFrom("screening/check", "any/reply"),
    version: fc.nat(3),
    week: fc.constantFrom("2026-W53", "2027-W01"),
    measure: fc.constantFrom("enrolled", "withheld:stale", "answer:yes"),
    among: fc.option(
      fc.record({ by: fc.constantFrom(...traitDimensions), value: fc.string({ maxLength: 8 }) }),
      { nil: undefined },
    ),
    count: fc.integer({ min: -5, max: 1_000_000 }),
  })
  .map(({ among, ...count }) => (among === undefined ? count : { ...count, among }));

describe("stored reach", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(fc.array(anyCount), (counts) => {
        const sums = sumCounts(counts);
        const read = parseReach(JSON.parse(unpack(pack(formatReach(sums)))));
        expect(sumCounts(read ?? [])).toEqual(sums);
      }),
    );
  });

  it("of one week of a campaign takes about one write unit, whoever its people are", () => {
    const sites = ["north", "south", "east", "west", "river", "hill", "lake", "main"];
    const ages = ["40-49", "50-59", "60-69", "70-79", "80-89"];
    const people = sites.flatMap((site) =>
      ages.flatMap((ageBand) =>
        several(7, { came: "goal-met", site, ageBand, language: site < "n" ? "en" : "es" }),
      ),
    );
    const stored = pack(formatReach(countsOf(people)));
    expect(stored.length).toBeLessThan(1_024);
  });

  it.each([
    ["nothing", undefined],
    ["text", "reach"],
    ["another schema", { schema: "reach.v2", groups: [] }],
    ["a count that is none", { schema: "reach.v1", groups: [{ cells: [["enrolled", "1"]] }] }],
    [
      "people told apart by what nobody knows",
      {
        schema: "reach.v1",
        groups: [
          { campaign: "a/b", week: "2026-W48", version: 1, cells: [["touched", 1, "name", "Ana"]] },
        ],
      },
    ],
  ])("that is %s is none", (_, stored) => {
    expect(parseReach(stored)).toBeUndefined();
  });
});
