import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compiled } from "#domain/audience/compile";
import { includes } from "#domain/audience/interval";
import { solve, wholeTruth } from "#domain/audience/solve";
import { verdictOn } from "#domain/audience/truth";
import {
  anyCondition,
  anySequence,
  anySubject,
  anyVagueSubject,
  nearDays,
} from "#support/any-audience";
import { naively } from "#support/naive-audience";
import { concepts } from "#support/subject";

const known = concepts("a", "b", "c");

describe("the solver, for any rule and any chart", () => {
  it("says of every day what reading the chart on that day says", () => {
    fc.assert(
      fc.property(
        anyCondition,
        anySubject,
        fc.integer({ min: nearDays.min, max: nearDays.max - 25 }),
        (audience, subject, from) => {
          const truth = wholeTruth(compiled(audience, known), subject);
          for (let day = from; day < from + 25; day++) {
            const verdict = verdictOn(truth, day);
            if (verdict !== naively(audience, subject, day)) {
              expect({ day, verdict }).toEqual({ day, verdict: naively(audience, subject, day) });
            }
          }
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it("says it of sequences and counts in charts full of vague dates", () => {
    fc.assert(
      fc.property(anySequence, anyVagueSubject, (audience, subject) => {
        const truth = wholeTruth(compiled(audience, known), subject);
        for (let day = nearDays.min; day < nearDays.min + 80; day++) {
          const verdict = verdictOn(truth, day);
          if (verdict !== naively(audience, subject, day)) {
            expect({ day, verdict }).toEqual({ day, verdict: naively(audience, subject, day) });
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives the same days whatever the horizon", () => {
    fc.assert(
      fc.property(anyCondition, anySubject, (audience, subject) => {
        const whole = solve(audience, subject, known);
        const part = solve(audience, subject, known, { from: nearDays.min, through: nearDays.max });
        for (let day = nearDays.min; day <= nearDays.max; day += 7) {
          expect(includes(part, day)).toBe(includes(whole, day));
        }
        for (const { from, through } of part) {
          expect(from).toBeGreaterThanOrEqual(nearDays.min);
          expect(through).toBeLessThanOrEqual(nearDays.max);
        }
      }),
      { numRuns: 300 },
    );
  });
});
