import type { Patient } from "fhir/r4";
import { describe, expect, it } from "vitest";
import { pointsOf } from "#contracts/fhir/telecom";
import { SimulatedContacts } from "#local/contacts";

const patients: readonly Patient[] = Array.from({ length: 1_000 }, (_, index) => ({
  resourceType: "Patient",
  id: `p${index}`,
  telecom: [{ system: "phone", value: "555-978-4581", use: "home" }],
  address: [{ state: "MA", country: "US" }],
  communication: [{ language: { text: "es" } }],
}));

function given(seed: number): readonly Patient[] {
  const contacts = new SimulatedContacts(seed);
  return patients.map((patient) => contacts.give(patient));
}

describe("simulated contacts", () => {
  it("can be dialled and mailed, and none is dropped", () => {
    for (const { telecom = [] } of given(7)) {
      const read = pointsOf(telecom as Parameters<typeof pointsOf>[0], 20_000);
      expect([read.badPhones, read.badEmails]).toEqual([0, 0]);
      expect(read.points).toHaveLength(telecom.length);
    }
  });

  it("are the same for the same seed, and leave all else as it was", () => {
    expect(given(7)).toEqual(given(7));
    expect(given(7)).not.toEqual(given(8));
    expect(given(7)[0]).toMatchObject({
      address: patients[0]?.address,
      communication: patients[0]?.communication,
    });
  });

  it("give most a mobile and a mail address, some a landline alone, some nothing", () => {
    const ways = given(7).map(({ telecom = [] }) =>
      telecom.map(({ system, use }) => use ?? system).join("+"),
    );
    const share = (fits: (way: string) => boolean) => ways.filter(fits).length / ways.length;
    expect(share((way) => way.includes("mobile"))).toBeGreaterThan(0.75);
    expect(share((way) => way.includes("email"))).toBeGreaterThan(0.65);
    expect(ways).toContain("home");
    expect(ways).toContain("");
  });

  it("share a number only on purpose", () => {
    const mobiles = given(7).flatMap(({ telecom = [] }) =>
      telecom.filter(({ use }) => use === "mobile").map(({ value }) => value),
    );
    const shared = mobiles.length - new Set(mobiles).size;
    expect(shared / mobiles.length).toBeGreaterThan(0.03);
    expect(shared / mobiles.length).toBeLessThan(0.1);
  });
});
