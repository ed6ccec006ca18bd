import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayReceive } from "#domain/contact/recipients";

describe("whom a deployment may contact", () => {
  it("is everyone where it says so", () => {
    fc.assert(fc.property(fc.string(), (address) => mayReceive("everyone", address)));
  });

  it("is nobody who is not named", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (address, only) => {
        fc.pre(!only.some((allowed) => allowed.toLowerCase() === address.toLowerCase()));
        expect(mayReceive({ only }, address)).toBe(false);
      }),
    );
    expect(mayReceive({ only: [] }, "+12025550111")).toBe(false);
    expect(mayReceive({ only: ["+12025550111"] }, "+120255501112")).toBe(false);
  });

  it("is who is named, a mail address in any case", () => {
    const only = ["+12025550111", "Tester@clinic.example"];
    expect(mayReceive({ only }, "+12025550111")).toBe(true);
    expect(mayReceive({ only }, "tester@Clinic.example")).toBe(true);
  });
});
