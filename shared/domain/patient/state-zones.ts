import type { ZoneId } from "../zone.ts";

const eastern = "America/New_York";
const central = "America/Chicago";
const mountain = "America/Denver";
const pacific = "America/Los_Angeles";

/**
 * Zones of each state and territory, by their USPS letters. Boundaries are those of 49 CFR 71 and
 * the comments of the tz database's `northamerica` and `australasia` files. A state that is split
 * has all its zones; places whose clocks agree today share one. In Arizona the Navajo
 * Nation alone observes daylight saving; in Nevada, West Wendover keeps Mountain time; in Alaska,
 * the Aleutians keep Hawaii's.
 */
const states = {
  AL: ["Alabama", central],
  AK: ["Alaska", "America/Anchorage", "America/Adak"],
  AZ: ["Arizona", "America/Phoenix", mountain],
  AR: ["Arkansas", central],
  CA: ["California", pacific],
  CO: ["Colorado", mountain],
  CT: ["Connecticut", eastern],
  DE: ["Delaware", eastern],
  DC: ["District of Columbia", eastern],
  FL: ["Florida", eastern, central],
  GA: ["Georgia", eastern],
  HI: ["Hawaii", "Pacific/Honolulu"],
  ID: ["Idaho", "America/Boise", pacific],
  IL: ["Illinois", central],
  IN: ["Indiana", "America/Indiana/Indianapolis", central],
  IA: ["Iowa", central],
  KS: ["Kansas", central, mountain],
  KY: ["Kentucky", eastern, central],
  LA: ["Louisiana", central],
  ME: ["Maine", eastern],
  MD: ["Maryland", eastern],
  MA: ["Massachusetts", eastern],
  MI: ["Michigan", "America/Detroit", central],
  MN: ["Minnesota", central],
  MS: ["Mississippi", central],
  MO: ["Missouri", central],
  MT: ["Montana", mountain],
  NE: ["Nebraska", central, mountain],
  NV: ["Nevada", pacific, mountain],
  NH: ["New Hampshire", eastern],
  NJ: ["New Jersey", eastern],
  NM: ["New Mexico", mountain],
  NY: ["New York", eastern],
  NC: ["North Carolina", eastern],
  ND: ["North Dakota", central, mountain],
  OH: ["Ohio", eastern],
  OK: ["Oklahoma", central],
  OR: ["Oregon", pacific, "America/Boise"],
  PA: ["Pennsylvania", eastern],
  RI: ["Rhode Island", eastern],
  SC: ["South Carolina", eastern],
  SD: ["South Dakota", central, mountain],
  TN: ["Tennessee", eastern, central],
  TX: ["Texas", central, mountain],
  UT: ["Utah", mountain],
  VT: ["Vermont", eastern],
  VA: ["Virginia", eastern],
  WA: ["Washington", pacific],
  WV: ["West Virginia", eastern],
  WI: ["Wisconsin", central],
  WY: ["Wyoming", mountain],
  PR: ["Puerto Rico", "America/Puerto_Rico"],
  VI: ["Virgin Islands", "America/St_Thomas"],
  GU: ["Guam", "Pacific/Guam"],
  MP: ["Northern Mariana Islands", "Pacific/Saipan"],
  AS: ["American Samoa", "Pacific/Pago_Pago"],
  FM: ["Micronesia", "Pacific/Chuuk", "Pacific/Pohnpei"],
  MH: ["Marshall Islands", "Pacific/Majuro"],
  PW: ["Palau", "Pacific/Palau"],
} as const satisfies Readonly<Record<string, readonly [name: string, ...zones: ZoneId[]]>>;

export type StateCode = keyof typeof states;

export const stateCodes: readonly StateCode[] = Object.keys(states) as StateCode[];

const codesByName: ReadonlyMap<string, StateCode> = new Map([
  ...stateCodes.map((code) => [plainName(states[code][0]), code] as const),
  ["us virgin islands", "VI"],
  ["united states virgin islands", "VI"],
  ["washington dc", "DC"],
  ["commonwealth of the northern mariana islands", "MP"],
]);

export function isStateCode(text: string): text is StateCode {
  return Object.hasOwn(states, text);
}

/** The letters of a state given by its letters or its English name, in any case; else undefined. */
export function stateCodeOf(text: string): StateCode | undefined {
  const letters = text.trim().toUpperCase().replace(/^US-/, "").replaceAll(".", "");
  return isStateCode(letters) ? letters : codesByName.get(plainName(text));
}

/** Every zone in which people of the state live. */
export function zonesOfState(code: StateCode): readonly ZoneId[] {
  const [, ...zones] = states[code];
  return zones;
}

function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(".", "")
    .replace(/[^a-z]+/g, " ")
    .trim();
}
