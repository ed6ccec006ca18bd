import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCounts, noCounts } from "#domain/forecast/add-counts";
import { pointId } from "#domain/patient/point-id";
import { forecastOf, person } from "#support/a-forecast";
import { procedure } from "#support/solving";

const mail = "maria@example.org";
const byMail = {
  language: "es",
  points: [{ id: pointId(mail), kind: "email", address: mail }],
} as const;

const people = [
  ...["a", "b", "c", "d"].map((id) => person(id)),
  person("mailed", byMail),
  person("mailed-too", byMail),
  person("died", { doNotContact: "deceased" }),
  person("away", { doNotContact: "inactive" }),
  person("screened", {}, [procedure("mammogram", "2026-12-02")]),
  person("without-phone", { points: [] }),
];

describe("a forecast that is counted in parts", () => {
  it("comes to the same as one that is counted at once, however they are parted and ordered", () => {
    const whole = forecastOf(people).counts;
    const parting = fc.array(fc.integer({ min: 0, max: 3 }), {
      minLength: people.length,
      maxLength: people.length,
    });
    fc.assert(
      fc.property(parting, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (parts, order) => {
        const counted = order.map(
          (part) => forecastOf(people.filter((_, index) => parts[index] === part)).counts,
        );
        expect(counted.reduce(addCounts, noCounts)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });
});
