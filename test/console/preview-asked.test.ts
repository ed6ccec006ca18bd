import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { PreviewBody } from "#contracts/api/preview";
import { type Asked, bodyOf, firstAsked, isWhole } from "../../console/preview/asked.ts";

const first = firstAsked("");
const made = (changed: Partial<Asked["made"]>): Asked => ({
  ...first,
  made: { ...first.made, ...changed },
});
const fact = {
  concept: "hba1c",
  as: "result",
  on: "2026-01-05",
  number: "9.1",
  unit: "%",
} as const;

describe("what is in the fields of a preview", () => {
  it.each([first, made({ age: "", sex: "" }), made({ facts: [fact] }), made({ age: "120" })])(
    "is asked as the API takes it: %o",
    (asked) => {
      expect(isWhole(asked)).toBe(true);
      const { on, isForced } = asked;
      const body = { patient: bodyOf(asked.made), on, isForced, moves: [] };
      expect(z.safeParse(PreviewBody, body).success).toBe(true);
    },
  );

  it.each([
    { ...first, on: "soon" },
    { ...first, who: "patient", patient: "" },
    { ...first, who: "patient", patient: "oak#p1" },
    made({ age: "old" }),
    made({ age: "121" }),
    made({ facts: [{ ...fact, number: "high" }] }),
    made({ facts: [{ ...fact, on: "" }] }),
  ] as const)("is not asked while it is not whole: %o", (asked) => {
    expect(isWhole(asked)).toBe(false);
  });

  it("is somebody of the clinic from the start where the address names one", () => {
    expect(firstAsked("p1")).toMatchObject({ who: "patient", patient: "p1", isForced: false });
  });
});
