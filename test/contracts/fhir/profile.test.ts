import type { Patient } from "fhir/r4";
import { describe, expect, it } from "vitest";
import { profileOf } from "#contracts/fhir/profile";
import { readResource } from "#contracts/fhir/read-resource";
import { pointId } from "#domain/patient/point-id";
import { patient } from "#support/fhir";
import { day } from "#support/subject";

function read(overrides: Partial<Patient> = {}) {
  const reading = readResource(patient(overrides));
  if (reading.kind !== "patient") throw new Error(JSON.stringify(reading));
  return profileOf(reading.resource, { organization: "oak", on: day("2026-11-23") });
}

const mobile = "+16175550134";

describe("a patient's profile", () => {
  it("has name, language, zone and the ways to reach them", () => {
    expect(read()).toEqual({
      profile: {
        organization: "oak",
        patient: "p1",
        given: "Ada",
        family: "Canary",
        language: "en",
        isLanguageKnown: true,
        sex: "female",
        birthDate: day("1966-06-15"),
        zones: ["America/New_York"],
        states: ["MA"],
        points: [
          { id: pointId(mobile), kind: "mobile", address: mobile },
          {
            id: pointId("ada.canary@example.com"),
            kind: "email",
            address: "ada.canary@example.com",
          },
        ],
      },
      notes: [],
    });
  });

  it("says what is missing and goes on without it", () => {
    const bare = read({ telecom: [], address: [], communication: [], birthDate: "1966" });
    expect(bare.profile).toMatchObject({
      language: "en",
      isLanguageKnown: false,
      zones: [],
      points: [],
    });
    expect(bare.profile.birthDate).toBeUndefined();
    expect(bare.notes).toEqual([
      "patient/no-contact-point",
      "patient/unknown-zone",
      "patient/unknown-language",
      "patient/no-birth-date",
    ]);
  });

  it("drops numbers that are nobody's, old or over, and counts them without naming them", () => {
    const answer = read({
      telecom: [
        { system: "phone", value: "555-978-4581", use: "mobile" },
        { system: "phone", value: "617-555-0100 x 12", use: "work" },
        { system: "phone", value: "800-555-0100" },
        { system: "phone", value: "617-555-0101", use: "old" },
        { system: "phone", value: "617-555-0102", period: { end: "2026-11-22" } },
        { system: "phone", value: "617-555-0103", period: { start: "2027-01-01" } },
        { system: "email", value: "not a mailbox" },
        { system: "fax", value: "617-555-0104" },
      ],
    });
    expect(answer.profile.points).toEqual([]);
    expect(answer.notes).toEqual([
      "patient/bad-phone",
      "patient/bad-email",
      "patient/no-contact-point",
    ]);
    expect(JSON.stringify(answer.notes)).not.toMatch(/\d/);
  });

  it("goes by rank first and prefers the mobile after that", () => {
    const { profile } = read({
      telecom: [
        { system: "phone", value: "617-555-0110", use: "work" },
        { system: "phone", value: "617-555-0111", use: "home" },
        { system: "phone", value: "617-555-0112", use: "mobile" },
        { system: "phone", value: "617-555-0113", use: "home", rank: 1 },
      ],
    });
    expect(profile.points.map(({ address, kind }) => [address.slice(-4), kind])).toEqual([
      ["0113", "phone"],
      ["0112", "mobile"],
      ["0111", "phone"],
      ["0110", "phone"],
    ]);
  });

  it("knows one number, listed twice, as one point that takes texts", () => {
    const { profile } = read({
      telecom: [
        { system: "phone", value: "617-555-0134", use: "home", rank: 1 },
        { system: "sms", value: "+1 617 555 0134" },
      ],
    });
    expect(profile.points).toEqual([{ id: pointId(mobile), kind: "mobile", address: mobile }]);
  });

  it("gives a phone that serves two people one id", () => {
    const other = read({
      id: "p2",
      telecom: [{ system: "phone", value: "617.555.0134", use: "home" }],
    });
    expect(other.profile.points[0]?.id).toBe(read().profile.points[0]?.id);
  });

  it.each([
    ["deceased", { deceasedDateTime: "2026-01-01", active: false }],
    ["deceased", { deceasedBoolean: true }],
    ["inactive", { active: false }],
    ["replaced", { link: [{ type: "replaced-by", other: { reference: "Patient/p2" } }] }],
  ] as const)("closes a %s record to all contact", (why, overrides) => {
    expect(read(overrides as Partial<Patient>).profile.doNotContact).toBe(why);
  });

  it("keeps contact open for a living, active patient", () => {
    expect(read({ deceasedBoolean: false }).profile.doNotContact).toBeUndefined();
  });

  it.each([
    ["es-MX", "es"],
    ["spa", "es"],
    ["zh-Hant-TW", "zh"],
    ["EN", "en"],
  ])("reads language %s as %s", (code, language) => {
    const communication = [{ language: { coding: [{ code }] } }];
    expect(read({ communication }).profile).toMatchObject({ language, isLanguageKnown: true });
  });

  it("takes the preferred language before the first", () => {
    const communication = [
      { language: { coding: [{ code: "en" }] } },
      { language: { coding: [{ code: "es" }] }, preferred: true },
    ];
    expect(read({ communication }).profile.language).toBe("es");
  });

  it("follows the sex recorded at birth, then the gender", () => {
    const url = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex";
    expect(read({ extension: [{ url, valueCode: "M" }] }).profile.sex).toBe("male");
    expect(read({ extension: [{ url, valueCode: "UNK" }] }).profile.sex).toBe("female");
    expect(read({ gender: "other" }).profile.sex).toBeUndefined();
  });

  it("takes a stated time zone before the address", () => {
    const url = "http://hl7.org/fhir/StructureDefinition/timezone";
    expect(read({ extension: [{ url, valueCode: "America/Denver" }] }).profile.zones).toEqual([
      "America/Denver",
    ]);
  });

  it("ignores an address that no longer stands", () => {
    const address = [
      { use: "old", state: "CA", postalCode: "94103" },
      { use: "home", state: "IL", postalCode: "60602" },
    ] as const;
    const telecom = [{ system: "phone", value: "312-555-0134" }] as const;
    const { profile } = read({ address: [...address], telecom: [...telecom] });
    expect(profile.zones).toEqual(["America/Chicago"]);
    expect(profile.states).toEqual(["IL"]);
  });

  it("counts the clock and the state of a number that was kept from elsewhere", () => {
    const { profile } = read({ address: [{ use: "home", state: "CA", postalCode: "90001" }] });
    expect(profile.zones).toEqual(["America/Los_Angeles", "America/New_York"]);
    expect(profile.states).toEqual(["CA", "MA"]);
  });

  it("goes by the number where no address is known, and by none that is old", () => {
    expect(read({ address: [] }).profile.zones).toEqual(["America/New_York"]);
    const telecom = [{ system: "phone", value: "312-555-0134", use: "old" }] as const;
    const nobody = read({ address: [], telecom: [...telecom] });
    expect(nobody.profile).toMatchObject({ zones: [], states: [] });
    expect(nobody.notes).toContain("patient/unknown-zone");
  });
});

describe("the place that keeps a record", () => {
  const siteOf = (reference: string) => read({ managingOrganization: { reference } }).profile.site;

  it("is known by its id, whatever it is called", () => {
    expect(siteOf("Organization/north")).toBe("north");
    expect(siteOf("https://ehr.example/fhir/Organization/12.3/_history/2")).toBe("12.3");
  });

  it("is left out where nobody says it, or in no id that a key can carry", () => {
    expect(read().profile).not.toHaveProperty("site");
    expect(siteOf("Organization/north#wing")).toBeUndefined();
    expect(siteOf("Practitioner/1")).toBeUndefined();
  });
});

describe("what a person needs to be talked to", () => {
  const disability = "http://hl7.org/fhir/StructureDefinition/patient-disability";

  it("is an interpreter where the source says so", () => {
    const url = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired";
    const needs = (valueBoolean: boolean) =>
      read({ extension: [{ url, valueBoolean }] }).profile.needs;
    expect(needs(true)).toEqual({ interpreter: true });
    expect(needs(false)).toBeUndefined();
  });

  it("is a relay service for the deaf", () => {
    const coding = [{ system: "http://snomed.info/sct", code: "15188001" }];
    const extension = [{ url: disability, valueCodeableConcept: { coding } }];
    expect(read({ extension }).profile.needs).toEqual({ tty: true });
    const other = [{ system: "http://snomed.info/sct", code: "73211009" }];
    const unrelated = [{ url: disability, valueCodeableConcept: { coding: other } }];
    expect(read({ extension: unrelated }).profile).not.toHaveProperty("needs");
  });
});

describe("a minor", () => {
  const mother = {
    relationship: [{ coding: [{ code: "MTH" }] }],
    telecom: [{ system: "phone", value: "617-555-0177", use: "mobile" }],
  } as const;
  const neighbour = {
    relationship: [{ coding: [{ code: "C" }] }],
    telecom: [{ system: "phone", value: "617-555-0178", use: "mobile" }],
  } as const;
  const contact = [neighbour, mother] as unknown as NonNullable<Patient["contact"]>;

  it("is reached through a parent or guardian, and not through an emergency contact", () => {
    const { profile } = read({ birthDate: "2015-05-01", contact });
    expect(profile.guardianPoints).toEqual([
      { id: pointId("+16175550177"), kind: "mobile", address: "+16175550177" },
    ]);
  });

  it("who came of age has no guardian to be told", () => {
    expect(read({ birthDate: "2008-11-23", contact }).profile).not.toHaveProperty("guardianPoints");
  });
});
