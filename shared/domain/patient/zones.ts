import { isZone, type ZoneId } from "../zone.ts";
import { placeOfPostalCode } from "./postal-code.ts";
import { isStateCode, stateCodeOf, zonesOfState } from "./state-zones.ts";

/** What is known of where a patient lives; every part may be missing or nonsense. */
export interface Whereabouts {
  /** A time zone that the patient stated, or that the source system holds for them. */
  readonly stated?: string;
  /** US state or territory, two letters or its full name. */
  readonly state?: string;
  /** US ZIP code, five digits or nine. */
  readonly postalCode?: string;
  /** ISO 3166 code or name; without one the address is taken for a US one. */
  readonly country?: string;
}

/**
 * The zones a patient may live in, to be intersected: the stated one when it is a place of the
 * IANA database (a fixed offset such as `EST` or `Etc/GMT+5` is not: it is an hour off half the
 * year); else those of the state and of the ZIP code. When both are known, a ZIP code inside the
 * state narrows it to its own part, and one elsewhere adds its zones, for either may be the old
 * address (contact-rules A5). Empty when nothing is known or the address is abroad: the caller then
 * uses `ContactPolicy.unknownZones`.
 */
export function zonesOf(known: Whereabouts): readonly ZoneId[] {
  const stated = known.stated?.trim();
  if (stated && isPlace(stated)) return [stated];
  const country = known.country?.trim().toUpperCase().replace(/[.]/g, "") ?? "";
  const territory = isStateCode(country) && territories.has(country) ? country : undefined;
  if (!territory && !unitedStates.has(country)) return [];
  const state = territory ?? (known.state ? stateCodeOf(known.state) : undefined);
  const postal = known.postalCode ? placeOfPostalCode(known.postalCode) : undefined;
  if (!postal) return state ? zonesOfState(state) : [];
  if (!state || state === postal.state) return postal.zones;
  return [...new Set([...zonesOfState(state), ...postal.zones])];
}

const unitedStates = new Set(["", "US", "USA", "UNITED STATES", "UNITED STATES OF AMERICA", "840"]);

/** Countries of ISO 3166 whose addresses the US Postal Service writes as states. */
const territories = new Set(["PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW"]);

function isPlace(zone: string): boolean {
  return zone.includes("/") && !/^etc\//i.test(zone) && isZone(zone);
}
