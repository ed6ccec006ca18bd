import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSmall, shown, shownParts, smallestShown } from "#domain/reach/small-cells";

const anyParts = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.nat(1_000)),
  { maxLength: 12 },
);

const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0);

describe("small cells", () => {
  it("of one to ten people are hidden, none and eleven are shown", () => {
    expect(shown(0)).toBe(0);
    expect(shown(1)).toBeNull();
    expect(shown(10)).toBeNull();
    expect(shown(11)).toBe(11);
  });

  it("are hidden with another part, so that the total does not tell them", () => {
    expect(shownParts([400, 3, 90, 0])).toEqual([400, null, null, 0]);
  });

  it("that are small together hide a larger part as well", () => {
    expect(shownParts([400, 3, 4, 90])).toEqual([400, null, null, null]);
  });

  it("that are enough together hide nobody else", () => {
    expect(shownParts([400, 6, 7, 90])).toEqual([400, null, null, 90]);
  });

  it("hide all parts of a total that is small itself", () => {
    expect(shownParts([4, 0, 3])).toEqual([null, null, null]);
  });

  it("are never shown, whatever the parts", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        for (const cell of shownParts(parts)) expect(isSmall(cell ?? 0)).toBe(false);
      }),
    );
  });

  it("cannot be reckoned from the total: what is hidden fits another way as well", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const cells = shownParts(parts);
        const hidden = parts.filter((_, index) => cells[index] === null);
        if (isSmall(sum(parts)) || hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThanOrEqual(2);
        expect(sum(hidden)).toBeGreaterThanOrEqual(smallestShown);
      }),
    );
  });

  it("hide no part for which there is no need", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        if (parts.some(isSmall)) return;
        expect(shownParts(parts)).toEqual(parts);
      }),
    );
  });
});
