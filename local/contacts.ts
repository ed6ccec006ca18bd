import type { ContactPoint, Patient } from "fhir/r4";
import { chance, digest, digestNumber } from "#domain/record/digest";
import { places } from "./sample/place.ts";

/** Lines 555-0100 to 555-0199 of every area code are set aside for fiction (NANP). */
const fictionLines = 100;
/** Numbers tried in that range before the rest of the exchange, which has no subscribers, is used. */
const fictionTries = 24;

/** What a simulated patient has to be reached by. */
interface Means {
  readonly mobile: boolean;
  readonly home: boolean;
  readonly email: boolean;
  /** Uses the mobile of the patient before, as couples and parents do. */
  readonly isShared: boolean;
}

/**
 * Gives patients of a data set telecoms that can be dialled on a laptop and belong to nobody. All
 * else, the language and the address among it, stays. Drawn from a hash of the seed and the
 * patient's id; a number that is taken moves on to the next, so patients come in the file's order.
 */
export class SimulatedContacts {
  readonly #seed: number;
  readonly #taken = new Set<string>();
  readonly #known = new Map<string, readonly ContactPoint[]>();
  #lastMobile: string | undefined;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** The patient with simulated telecoms; the same patient always gets the same. */
  give(patient: Patient): Patient {
    const id = patient.id ?? "";
    const telecom = this.#known.get(id) ?? this.#telecomOf(id);
    this.#known.set(id, telecom);
    return { ...patient, telecom: [...telecom] };
  }

  #telecomOf(id: string): readonly ContactPoint[] {
    const means = this.#meansOf(id);
    const telecom: ContactPoint[] = [];
    if (means.mobile) {
      const isShared = means.isShared && this.#lastMobile !== undefined;
      const value = (isShared ? this.#lastMobile : undefined) ?? this.#number(id, "mobile");
      this.#lastMobile = value;
      telecom.push({ system: "phone", use: "mobile", rank: 1, value });
    }
    if (means.home) {
      telecom.push({ system: "phone", use: "home", rank: 2, value: this.#number(id, "home") });
    }
    if (means.email) {
      const value = `patient-${digest(`${this.#seed}/${id}`)}@example.com`;
      telecom.push({ system: "email", value });
    }
    return telecom;
  }

  #meansOf(id: string): Means {
    const roll = (what: string) => chance(`${this.#seed}/contacts/${what}/${id}`);
    const phone = roll("phone");
    return {
      mobile: phone < 0.82,
      home: phone < 0.2 || (phone >= 0.82 && phone < 0.95),
      email: roll("email") < 0.75,
      isShared: roll("shared") < 0.06,
    };
  }

  #number(id: string, use: string): string {
    for (let attempt = 0; ; attempt += 1) {
      const roll = digestNumber(`${this.#seed}/${use}/${id}/${attempt}`);
      const areaCode = places[roll % places.length]?.areaCode;
      const spread = Math.floor(roll / places.length);
      const line = attempt < fictionTries ? 100 + (spread % fictionLines) : spread % 10_000;
      const number = `+1${areaCode}555${String(line).padStart(4, "0")}`;
      // 555-1212 is directory assistance.
      if (line === 1_212 || this.#taken.has(number)) continue;
      this.#taken.add(number);
      return number;
    }
  }
}
