import type { Address, ContactPoint, Patient } from "fhir/r4";
import { type Day, dayFrom, dayParts, formatDay } from "#domain/time";
import { type Draw, drawFor } from "./draw.ts";
import { familyName, givenName, type SampleSex } from "./name.ts";
import { keptPhoneOf, phoneOf, placeOf } from "./place.ts";

/** One invented patient: the FHIR resource, and what their history is made from. */
export interface Person {
  readonly patient: Patient;
  readonly id: string;
  readonly sex: SampleSex;
  /** Completed years on the anchor day. */
  readonly age: number;
  readonly draw: Draw;
}

/** Two neighbours in number live together this often. */
const shareTogether = 0.16;

/** Patient `number` (from 0) as of the anchor day. */
export function personOf(seed: number, number: number, anchor: Day): Person {
  const draw = drawFor(seed, number);
  const first = number - (number % 2);
  const isTogether = drawFor(seed, first).is("together", shareTogether);
  const household = isTogether ? first : number;
  const home = drawFor(seed, household);
  const sex: SampleSex = draw.is("sex", 0.54) ? "female" : "male";
  const language = languageOf(home);
  const age = draw.is("child", 0.03) ? draw.between("age", 8, 17) : draw.between("age", 24, 88);
  const id = `patient-${String(number).padStart(6, "0")}`;
  const name = {
    given: givenName(draw, sex, language ?? "en"),
    family: familyName(home, language ?? "en"),
  };
  const patient: Patient = {
    resourceType: "Patient",
    id,
    active: !draw.is("inactive", 0.015),
    name: [{ use: "official", family: name.family, given: [name.given] }],
    gender: sex,
    birthDate: formatDay(birthOf(draw, anchor, age)),
    telecom: telecomOf(draw, anchor, {
      household,
      mobile: home.is("kept number", 0.1) ? keptPhoneOf(household) : phoneOf(household, 0),
      mailbox: `${plain(name.given)}.${plain(name.family)}.${number}`,
    }),
    ...addressOf(home, household),
    ...siteOf(home),
    ...(language === undefined ? {} : { communication: [spoken(language)] }),
    ...endOf(draw, anchor, number),
  };
  return { patient, id, sex, age, draw };
}

/** A household goes to one place; of a few nobody noted it. */
function siteOf(home: Draw): Pick<Patient, "managingOrganization"> {
  if (home.is("no site", 0.03)) return {};
  const site = home.one("site", ["north-clinic", "riverside-clinic", "south-clinic"]);
  return { managingOrganization: { reference: `Organization/${site}` } };
}

/** A quarter speaks Spanish, a few something else, and of some nobody ever asked. */
function languageOf(home: Draw): string | undefined {
  const at = home.of("language");
  if (at < 0.25) return "es";
  if (at < 0.29) return home.one("rare language", ["vi", "zh", "ko", "ru", "ar", "ht", "tl"]);
  return at < 0.33 ? undefined : "en";
}

function spoken(language: string) {
  const code = language === "en" ? "en-US" : language;
  return { language: { coding: [{ system: "urn:ietf:bcp:47", code }] }, preferred: true };
}

function birthOf(draw: Draw, anchor: Day, age: number): Day {
  const { year, month, day } = dayParts(anchor - draw.between("birthday", 0, 364));
  return dayFrom(year - age, month, Math.min(day, 28));
}

function addressOf(home: Draw, household: number): { address?: Address[] } {
  if (home.is("no address", 0.04)) return {};
  const { city, state, postalCode } = placeOf(household);
  const line = [`${home.between("house", 1, 999)} ${home.one("street", streets)}`];
  return { address: [{ use: "home", line, city, state, postalCode, country: "US" }] };
}

const streets = [
  "Oak Street",
  "Maple Avenue",
  "Cedar Lane",
  "Second Street",
  "Lake Road",
  "Park Avenue",
];

/** What a person could be reached at, if they have it. */
interface Lines {
  readonly household: number;
  readonly mobile: string;
  readonly mailbox: string;
}

/**
 * Most have a mobile, some a second line at home, some a landline alone, some nothing that works.
 * A home number alone is of unknown kind: it may be called and not texted.
 */
function telecomOf(draw: Draw, anchor: Day, { household, mobile, mailbox }: Lines): ContactPoint[] {
  const telecom: ContactPoint[] = [];
  const home = phoneOf(household, 1);
  const at = draw.of("phone");
  if (at < 0.82) telecom.push({ system: "phone", value: mobile, use: "mobile", rank: 1 });
  else if (at < 0.9) telecom.push({ system: "phone", value: home, use: "home" });
  else if (at < 0.94)
    telecom.push({ system: "phone", value: draw.one("bad", badNumbers), use: "mobile" });
  if (at < 0.25) telecom.push({ system: "phone", value: home, use: "home", rank: 2 });
  if (draw.is("moved", 0.05)) {
    const end = formatDay(anchor - draw.between("moved on", 100, 900));
    telecom.push({
      system: "phone",
      value: phoneOf(household + 7, 1),
      use: "old",
      period: { end },
    });
  }
  if (draw.is("email", 0.7)) {
    const isBad = draw.is("bad email", 0.04);
    telecom.push({ system: "email", value: isBad ? `${mailbox}@` : `${mailbox}@example.com` });
  }
  return telecom;
}

/** Too short, no such area code, a placeholder, and words. */
const badNumbers = ["555-0134", "(555) 978-4581", "999-999-9999", "unknown"];

/** Mail addresses are ASCII. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}

/** A few have died or were merged into another record. */
function endOf(draw: Draw, anchor: Day, number: number): Partial<Patient> {
  if (draw.is("dead", 0.02)) {
    return { deceasedDateTime: formatDay(anchor - draw.between("died", 5, 700)) };
  }
  if (!draw.is("merged", 0.004)) return {};
  const other = `Patient/patient-${String(number + 1).padStart(6, "0")}`;
  return { link: [{ type: "replaced-by", other: { reference: other } }] };
}
