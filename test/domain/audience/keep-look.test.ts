import { describe, expect, it } from "vitest";
import type { EligibilityEntry } from "#domain/audience/eligibility";
import { keepLook } from "#domain/audience/keep-look";

const solved: EligibilityEntry = {
  campaign: "screening/check",
  version: 2,
  from: 100,
  through: 400,
  startsOn: 100,
  episode: "1970-04-11",
};

describe("an eligibility entry that is solved again", () => {
  it("starts on its first day when nothing was stored", () => {
    expect(keepLook(solved, undefined)).toEqual(solved);
  });

  it("keeps the next look of the same interval, so that re-entry is not put off", () => {
    const stored = { ...solved, version: 1, startsOn: 250, episode: "1970-09-08" };
    expect(keepLook({ ...solved, through: 500 }, stored)).toEqual({
      ...solved,
      through: 500,
      startsOn: 250,
      episode: "1970-09-08",
    });
  });

  it("needs no look when selection was done with the interval, until the next one begins", () => {
    const { startsOn: _, ...done } = solved;
    expect(keepLook(solved, done)).toEqual(done);
    expect(keepLook({ ...solved, nextFrom: 700 }, done).startsOn).toBe(700);
  });

  it("waits for the next interval, wherever new facts move its beginning", () => {
    const waiting = { ...solved, startsOn: 700, nextFrom: 700, episode: "1971-12-02" };
    expect(keepLook({ ...solved, nextFrom: 500 }, waiting)).toMatchObject({
      startsOn: 500,
      episode: "1971-05-16",
    });
    expect(keepLook(solved, waiting).startsOn).toBeUndefined();
  });

  it("is looked at anew when the interval is another", () => {
    expect(keepLook(solved, { ...solved, from: 90, startsOn: 250 })).toEqual(solved);
  });
});
