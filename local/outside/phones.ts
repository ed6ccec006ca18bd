import type { PatientId } from "#domain/patient/profile";
import type { Instant } from "#domain/time";

/** One text as a phone keeps it. */
export interface PhoneText {
  readonly at: Instant;
  readonly from: "clinic" | "patient";
  readonly text: string;
}

/** A phone that was written to, as whoever holds it sees it. */
export interface Phone {
  /** Names it on this machine; numbers stand in no address. */
  readonly id: string;
  readonly number: string;
  /** To whom an answer goes: the number that wrote last. */
  readonly line: string;
  /** Whom the texts were for: a phone may serve several. */
  readonly patients: readonly PatientId[];
  /** Oldest first. */
  readonly texts: readonly PhoneText[];
}

interface Kept extends Phone {
  line: string;
  readonly patients: PatientId[];
  readonly texts: PhoneText[];
}

/** What one phone remembers; older texts are let go. */
const textsMax = 50;
/** A run of a hundred thousand patients remembers the phones that were in use last. */
const phonesMax = 2_000;

/** The phones that texts arrived on, by number, the one in use last at the end. */
export class Phones {
  readonly #kept = new Map<string, Kept>();
  #made = 0;

  /** A text of the clinic's arrives. */
  receive(
    number: string,
    {
      line,
      patient,
      ...text
    }: Omit<PhoneText, "from"> & {
      readonly line: string;
      readonly patient: PatientId | undefined;
    },
  ): void {
    const phone = this.#kept.get(number) ?? this.#make(number, line);
    phone.line = line;
    if (patient !== undefined && !phone.patients.includes(patient)) phone.patients.push(patient);
    this.#add(phone, { ...text, from: "clinic" });
  }

  /** Whoever holds the phone wrote; what a phone sends that never got a text is not kept. */
  write(number: string, text: Omit<PhoneText, "from">): void {
    const phone = this.#kept.get(number);
    if (phone !== undefined) this.#add(phone, { ...text, from: "patient" });
  }

  get(id: string): Phone | undefined {
    return [...this.#kept.values()].find((phone) => phone.id === id);
  }

  /** The one in use last comes first. */
  latest(countMax: number): readonly Phone[] {
    return [...this.#kept.values()].toReversed().slice(0, countMax);
  }

  #make(number: string, line: string): Kept {
    this.#made += 1;
    return { id: `phone-${this.#made}`, number, line, patients: [], texts: [] };
  }

  #add(phone: Kept, text: PhoneText): void {
    phone.texts.push(text);
    if (phone.texts.length > textsMax) phone.texts.shift();
    // A map keeps the order in which keys came: this one came last.
    this.#kept.delete(phone.number);
    this.#kept.set(phone.number, phone);
    const [eldest] = this.#kept.keys();
    if (this.#kept.size > phonesMax && eldest !== undefined) this.#kept.delete(eldest);
  }
}
