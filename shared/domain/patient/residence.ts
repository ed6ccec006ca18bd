import type { ZoneId } from "../zone.ts";
import { placeOfNumber } from "./area-code.ts";
import type { StateCode } from "./state-zones.ts";
import { statesOf, type Whereabouts, zonesOf } from "./zones.ts";

/** What tells where a patient lives. */
export interface Traces {
  /** A time zone that the patient stated, or that the source system holds for them. */
  readonly stated?: string;
  /** Current home addresses. */
  readonly homes: readonly Whereabouts[];
  /** Phone numbers at which the patient is reached, E.164. */
  readonly numbers: readonly string[];
}

/** Everywhere a patient may live; empty where nothing tells. */
export interface Residence {
  /** The likeliest first: calendar days are told in it. */
  readonly zones: readonly ZoneId[];
  readonly states: readonly StateCode[];
}

/**
 * Whose clock counts, and whose law: 47 CFR 64.1200(c)(1) asks for the called party's location. A
 * stated zone settles the clock alone; else the homes tell it, and each number adds its zones unless
 * it could belong to a home, for one from elsewhere may be the only sign of a move. The states follow
 * homes and numbers whatever clock was stated: one may presume that every number of its area codes
 * is in it (Fla. Stat. 501.059(8)(d)).
 */
export function residenceOf(traces: Traces): Residence {
  const { homes, numbers } = traces;
  const ofNumbers = numbers.flatMap((number) => placeOfNumber(number)?.state ?? []);
  return {
    zones: zonesOfResidence(traces),
    states: [...new Set([...homes.flatMap(statesOf), ...ofNumbers])],
  };
}

/** The zones of `residenceOf` alone: selection asks for everybody's. */
export function zonesOfResidence({ stated, homes, numbers }: Traces): readonly ZoneId[] {
  const settled = stated === undefined ? [] : zonesOf({ stated });
  if (settled.length > 0) return settled;
  const ofHomes = homes.flatMap(zonesOf);
  const strange = numbers
    .map((number) => placeOfNumber(number)?.zones ?? [])
    .filter((zones) => !zones.some((zone) => ofHomes.includes(zone)));
  return [...new Set([...ofHomes, ...strange.flat()])];
}
