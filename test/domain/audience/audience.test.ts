import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Audience } from "#domain/audience/audience";
import { conceptsOf } from "#domain/audience/condition";

const problems = (given: unknown): readonly string[] => {
  const read = Audience.safeParse(given);
  return read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

const mammogram = {
  all: [
    { sex: "female" },
    { age: { from: 42, through: 74 } },
    { none: { of: "mammogram", within: "27 months" } },
    { never: { of: "bilateral-mastectomy" } },
    { outside: ["hospice", "palliative-care"] },
  ],
};

describe("the audience language", () => {
  it("reads a rule as a care manager writes it", () => {
    expect(problems(mammogram)).toEqual([]);
    expect(problems({ any: "mammogram" })).toEqual([]);
    expect(problems({ late: { of: "statin", by: { from: "1 day", through: "60 days" } } })).toEqual(
      [],
    );
    expect(problems({ latest: { of: "hba1c", above: 9, unit: "%", which: "lowest" } })).toEqual([]);
  });

  it("reads its own output again without a change", () => {
    const once = Audience.parse(mammogram);
    expect(Audience.parse(once)).toEqual(once);
    expect(Audience.parse({ any: "mammogram" })).toEqual({ any: { of: ["mammogram"] } });
  });

  it("names the wrong key and the right ones", () => {
    expect(problems({ all: [{ anny: "x" }] })[0]).toMatch(
      /^all\.0: "anny" is not a condition\. Use one of all, any-of, not, .*late.*\.$/,
    );
    expect(problems({ none: { of: "x", withn: "3 months" } })[0]).toMatch(
      /^none: "withn" is not known in none\. Did you mean within\? Use of, within, .*not-during\.$/,
    );
  });

  it.each([
    [{ all: [] }, "all: Give all at least one condition."],
    [{}, ": A condition has exactly one key. Join several with all: or any-of:."],
    [
      { sex: "male", age: { from: 3 } },
      ": A condition has exactly one key. Join several with all: or any-of:.",
    ],
    [{ sex: "f" }, "sex: Write female or male."],
    [{ age: {} }, "age: Give from, through or both."],
    [{ age: { from: 9, through: 3 } }, "age: The age goes from the lower to the higher."],
    [
      { any: { of: "x", within: "1 year", since: "2026-01-01" } },
      "any: Give one of within, begun-within, ended-within or since, not several.",
    ],
    [{ any: { of: "x", since: "2026-02-30" } }, "any.since: Write a date as YYYY-MM-DD."],
    [
      { latest: { of: "x", above: 1, below: 3 } },
      "latest: Compare with exactly one of above, below, at-least, at-most, or give is.",
    ],
    [
      { late: { of: "x", by: { from: "soon" } } },
      "late.by.from: Give a number of days such as 3 days.",
    ],
    [{ any: { of: [] } }, "any.of: Name at least one concept."],
  ])("refuses %j and says what to write", (given, message) => {
    expect(problems(given)).toContain(message);
  });

  it("refuses a look-back that is no span", () => {
    expect(problems({ any: { of: "x", within: "3 fortnights" } })[0]).toContain("27 months");
    expect(problems({ any: { of: "x", within: "0 days" } })).toHaveLength(1);
  });

  it("lists every concept once, however deep it stands", () => {
    const rule = {
      all: [{ any: "a" }, { not: { "any-of": [{ has: ["b", "a"] }, { ever: "c" }] } }],
    };
    expect(conceptsOf(Audience.parse(rule))).toEqual(["a", "b", "c"]);
  });

  it("has a JSON Schema that takes the short forms too", () => {
    const schema = z.toJSONSchema(Audience, { io: "input" });
    expect(JSON.stringify(schema)).toContain('"type":["string","array","object"]');
    expect(JSON.stringify(schema)).toContain('"maxProperties":1');
  });
});
