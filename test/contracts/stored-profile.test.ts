import { describe, expect, it } from "vitest";
import { StoredProfile } from "#contracts/stored/profile";
import { parseRecordBody } from "#contracts/stored/record-body";
import { reachability } from "#domain/patient/profile";
import { profile } from "#support/a-clinic";

describe("a stored profile", () => {
  it("is read back as it was written", () => {
    const written = profile({ states: ["CA", "NY"] });
    expect(StoredProfile.parse(JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  it("of before states were kept is one of whom no state is known", () => {
    const { states: _, ...earlier } = profile();
    expect(StoredProfile.parse(earlier)).toEqual({ ...earlier, states: [] });
  });
});

describe("what the record keeps of a profile", () => {
  it("names the states, and leaves them out when none is known", () => {
    expect(reachability(profile({ states: ["CA"] }), { today: 0 }).states).toEqual(["CA"]);
    expect(reachability(profile({ states: [] }), { today: 0 })).not.toHaveProperty("states");
  });

  it("is read with states or without, as earlier releases stored it", () => {
    const rest = { badPoints: [], enrollments: [], touches: [], notices: [], tasks: [] };
    const reach = { zones: ["America/New_York"], language: "en", points: {} };
    for (const stored of [reach, { ...reach, states: ["NY"] }]) {
      const body = { schema: "record.v1", reach: stored, ...rest, heard: [], past: [] };
      expect(parseRecordBody(JSON.stringify(body))?.reach).toEqual(stored);
    }
  });
});
