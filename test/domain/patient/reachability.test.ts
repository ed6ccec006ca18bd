import { describe, expect, it } from "vitest";
import { type Profile, reachability } from "#domain/patient/profile";
import { parseDay } from "#domain/time";
import { profile } from "../../support/a-clinic.ts";

const today = parseDay("2026-11-30") as number;
const of = (overrides: Partial<Profile>) => reachability(profile(overrides), { today });
const mother = { id: "p-mother", kind: "mobile", address: "+12025550177" } as const;
const child = { birthDate: parseDay("2015-05-01") as number };

describe("how a patient is reached", () => {
  it("is by the first point that carries a channel", () => {
    const home = { id: "p-home", kind: "landline", address: "+12025550155" } as const;
    const cell = { id: "p-cell", kind: "mobile", address: "+12025550156" } as const;
    expect(of({ points: [home, cell] }).points).toEqual({ voice: "p-home", sms: "p-cell" });
  });

  it("while a minor is by the guardian alone, until the eighteenth birthday", () => {
    const reach = of({ ...child, guardianPoints: [mother] });
    expect(reach.points).toEqual({ sms: "p-mother", voice: "p-mother" });
    expect(reach.adultOn).toBe(parseDay("2033-05-01"));
    expect(reach.doNotContact).toBeUndefined();
  });

  it("while a minor without a guardian is not at all", () => {
    expect(of(child)).toMatchObject({ points: {}, doNotContact: "minor" });
  });

  it("on the eighteenth birthday is by their own points", () => {
    const reach = of({ birthDate: parseDay("2008-11-30") as number, guardianPoints: [mother] });
    expect(reach).not.toHaveProperty("adultOn");
    expect(reach.points).not.toHaveProperty("sms", "p-mother");
  });

  it("carries what the person needs to be talked to", () => {
    expect(of({ needs: { tty: true } }).needs).toEqual({ tty: true });
    expect(of({})).not.toHaveProperty("needs");
  });

  it("in hospital is known to the record", () => {
    const reach = reachability(profile(), { today, isInFacility: true });
    expect(reach.isInFacility).toBe(true);
    expect(of({})).not.toHaveProperty("isInFacility");
  });
});
