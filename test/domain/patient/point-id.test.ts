import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointId } from "#domain/patient/point-id";

/** FNV-1a with 64 bits as its authors define it. */
function reference(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const unit of text) {
    hash = ((hash ^ BigInt(unit.charCodeAt(0))) * 0x100000001b3n) & 0xffff_ffff_ffff_ffffn;
  }
  return hash.toString(36);
}

describe("the id of a contact point", () => {
  it("is FNV-1a of the address", () => {
    const address = fc.string({ unit: "grapheme-ascii", maxLength: 40 });
    fc.assert(
      fc.property(address, (text) => {
        expect(pointId(text)).toBe(reference(text));
      }),
    );
  });

  it("differs between all numbers of an area", () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => `+1617555${index}`);
    expect(new Set(numbers.map(pointId)).size).toBe(numbers.length);
  });

  it("fits into our keys", () => {
    expect(pointId("+16175550134")).toMatch(/^[a-z0-9]{1,13}$/);
  });
});
