/** A city with one of its ZIP codes and area codes. */
export interface Place {
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly areaCode: string;
}

/** All US zones, about as people live; a prime count, so that walking by any step visits all. */
export const places: readonly Place[] = (
  "New_York|NY|10001|212 Brooklyn|NY|11201|718 Buffalo|NY|14201|716 Boston|MA|02108|617 " +
  "Worcester|MA|01608|508 Hartford|CT|06103|860 Newark|NJ|07102|973 Philadelphia|PA|19107|215 " +
  "Pittsburgh|PA|15222|412 Baltimore|MD|21201|410 Washington|DC|20001|202 Richmond|VA|23219|804 " +
  "Charlotte|NC|28202|704 Raleigh|NC|27601|919 Atlanta|GA|30303|404 Miami|FL|33130|305 " +
  "Orlando|FL|32801|407 Pensacola|FL|32502|850 Detroit|MI|48226|313 Columbus|OH|43215|614 " +
  "Cleveland|OH|44113|216 Indianapolis|IN|46204|317 Louisville|KY|40202|502 " +
  "Nashville|TN|37203|615 Memphis|TN|38103|901 Birmingham|AL|35203|205 Jackson|MS|39201|601 " +
  "New_Orleans|LA|70112|504 Houston|TX|77002|713 Dallas|TX|75201|214 San_Antonio|TX|78205|210 " +
  "Austin|TX|78701|512 El_Paso|TX|79901|915 Chicago|IL|60602|312 Springfield|IL|62701|217 " +
  "Milwaukee|WI|53202|414 Minneapolis|MN|55401|612 Des_Moines|IA|50309|515 " +
  "St._Louis|MO|63101|314 Kansas_City|KS|66101|913 Omaha|NE|68102|402 " +
  "Oklahoma_City|OK|73102|405 Denver|CO|80202|303 Albuquerque|NM|87102|505 " +
  "Salt_Lake_City|UT|84101|801 Boise|ID|83702|208 Phoenix|AZ|85004|602 Tucson|AZ|85701|520 " +
  "Las_Vegas|NV|89101|702 Los_Angeles|CA|90012|213 San_Diego|CA|92101|619 " +
  "San_Francisco|CA|94103|415 Sacramento|CA|95814|916 Fresno|CA|93721|559 " +
  "Portland|OR|97204|503 Seattle|WA|98104|206 Spokane|WA|99201|509 Anchorage|AK|99501|907 " +
  "Honolulu|HI|96813|808 San_Juan|PR|00901|787 Knoxville|TN|37902|865"
)
  .split(" ")
  .map((text) => {
    const [city = "", state = "", postalCode = "", areaCode = ""] = text.split("|");
    return { city: city.replaceAll("_", " "), state, postalCode, areaCode };
  });

/** Far enough apart that neighbours in number are strangers in place. */
const step = 23;

/** The home of a household, without chance: the number alone tells it. */
export function placeOf(household: number): Place {
  const place = places[(household * step) % places.length];
  if (place === undefined) throw new Error("no place");
  return place;
}

/** Lines that a household may have: two of its own, and one that was kept from an earlier home. */
const linesEach = 3;

/**
 * A number nobody can be reached at, and yet valid: exchange 555 of the home's area code. The
 * first hundred lines (555-0100 to 0199) are set aside for fiction by the North American
 * Numbering Plan; further ones are taken when they run out (beyond about 2,000 patients), for the
 * exchange carries no subscribers. 555-1212 is directory assistance and is left out. Unique up to
 * 200,000 patients, after which numbers come round again.
 *
 * @param line 0 for the first number of the household, 1 for the second.
 */
export function phoneOf(household: number, line: 0 | 1): string {
  return numberAt(placeOf(household).areaCode, household, line);
}

/** Such a number of an earlier home of the household, of which it was kept. */
export function keptPhoneOf(household: number): string {
  // Half the places away, so that few of the kept numbers are of the same state.
  const earlier = household + Math.floor(places.length / 2);
  return numberAt(placeOf(earlier).areaCode, earlier, 2);
}

function numberAt(areaCode: string, household: number, line: number): string {
  const turn = Math.floor(household / places.length) * linesEach + line;
  const last = (100 + turn) % 10_000;
  const digits = String(last === 1_212 ? 99 : last).padStart(4, "0");
  return `(${areaCode}) 555-${digits}`;
}
