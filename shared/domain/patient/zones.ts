import { isZone, type ZoneId } from "../zone.ts";
import { type PostalPlace, placeOfPostalCode } from "./postal-code.ts";
import { isStateCode, type StateCode, stateCodeOf, zonesOfState } from "./state-zones.ts";

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
 * address. Empty when nothing is known or the address is abroad.
 */
export function zonesOf(known: Whereabouts): readonly ZoneId[] {
  const stated = known.stated?.trim();
  if (stated && isPlace(stated)) return [stated];
  const { state, postal } = addressed(known);
  if (!postal) return state ? zonesOfState(state) : [];
  if (!state || state === postal.state) return postal.zones;
  return [...new Set([...zonesOfState(state), ...postal.zones])];
}

/** The states an address may be in: its own and, when it differs, that of its ZIP code. */
export function statesOf(known: Whereabouts): readonly StateCode[] {
  const { state, postal } = addressed(known);
  return [...new Set([state, postal?.state].filter((code) => code !== undefined))];
}

/** What an address in the United States tells; nothing of one abroad. */
function addressed({ state, postalCode, country: text }: Whereabouts): {
  readonly state?: StateCode | undefined;
  readonly postal?: PostalPlace | undefined;
} {
  const country = text?.trim().toUpperCase().replace(/[.]/g, "") ?? "";
  const territory = isStateCode(country) && territories.has(country) ? country : undefined;
  if (!territory && !unitedStates.has(country)) return {};
  return {
    state: territory ?? (state ? stateCodeOf(state) : undefined),
    postal: postalCode ? placeOfPostalCode(postalCode) : undefined,
  };
}

const unitedStates = new Set(["", "US", "USA", "UNITED STATES", "UNITED STATES OF AMERICA", "840"]);

/** Countries of ISO 3166 whose addresses the US Postal Service writes as states. */
const territories = new Set(["PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW"]);

function isPlace(zone: string): boolean {
  return zone.includes("/") && !/^etc\//i.test(zone) && isZone(zone);
}
