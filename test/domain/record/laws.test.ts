import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verify } from "../../../shared/domain/ledger/verify.ts";
import { campaign } from "../../support/a-campaign.ts";
import { enroll, monday, newYork, record, rules } from "../../support/a-record.ts";
import { live } from "../../support/random-life.ts";

const day = 86_400_000;

const campaigns = [
  campaign(),
  campaign({ id: "lab-reminder/check", purpose: "lab-due", priority: 60 }),
  campaign({ id: "screening/call-first", priority: 50, start: "call" }),
];
const book = rules(campaigns);
/** STOP may be for one program, nothing is merged, and nobody is at the desk at night. */
const otherBook = rules(campaigns, {
  policy: { ...book.policy, revokeScope: "program", mergesSameDay: false },
  hasAfterHoursDesk: false,
});

const enrollments = campaigns.map(({ id }, index) =>
  enroll(monday + index * day, { campaign: id, episode: "e1" }),
);

const zones = [
  ["America/New_York"],
  ["America/Los_Angeles"],
  ["America/Denver", "America/Phoenix"],
  ["Pacific/Honolulu"],
  [],
];

describe("laws 1 to 9, over random lives with crashes, lost answers and late workers", () => {
  it("hold for every seed", () => {
    let touches = 0;
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...zones), fc.boolean(), (seed, zone, isOther) => {
        const start = record({ reach: { ...newYork, zones: zone } });
        const by = isOther ? otherBook : book;
        const life = live(start, by, String(seed), monday, monday + 120 * day, enrollments);
        touches += life.accepted.length;
        const { violations } = verify(life.rows, {
          policy: by.policy,
          asOf: life.end,
          accepted: life.accepted,
        });
        expect(violations).toEqual([]);
      }),
      { numRuns: 400 },
    );
    // A property over lives in which nothing happens would prove nothing.
    expect(touches).toBeGreaterThan(800);
  });

  it("the same seed lives the same life", () => {
    const run = () => live(record(), book, "42", monday, monday + 120 * day, enrollments).rows;
    expect(JSON.stringify(run())).toBe(JSON.stringify(run()));
  });
});
