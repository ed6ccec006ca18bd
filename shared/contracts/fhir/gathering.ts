import { codesIn } from "#domain/patient/codes-in";
import type { Fact } from "#domain/patient/fact";
import { FactCollection } from "#domain/patient/fact-collection";
import { asOnePatient, onlyPatientOf } from "./one-patient.ts";
import type { PatientResource } from "./patient.ts";
import { readResource } from "./read-resource.ts";
import type { Quarantined, Reading } from "./reading.ts";
import { quarantined } from "./reading.ts";
import { resourcesOf } from "./resources-of.ts";
import { isUnwanted } from "./unwanted.ts";

/** What was gathered of one patient. A patient may be known by facts alone. */
export interface GatheredPatient {
  readonly patient: string;
  readonly resource?: PatientResource;
  readonly facts: FactCollection;
}

/** Where a text came from: for quarantine reports. */
export interface Place {
  readonly file: string;
  /** From 1; a whole bundle is line 1. */
  readonly line: number;
}

export interface Fault extends Place {
  readonly fault: Quarantined;
}

export interface ResourceCount {
  readonly resourceType: string;
  readonly accepted: number;
  readonly quarantined: number;
}

interface Gathered {
  resource?: PatientResource;
  readonly facts: FactCollection;
}

interface Waiting {
  readonly patient: string;
  readonly fact: Fact;
  readonly medication: string;
  readonly place: Place;
}

function typeOf(fact: Fact): string {
  return fact.id.slice(0, fact.id.indexOf("/"));
}

export interface GatheringHabits {
  /** Every text is about the one Patient in it: see `asOnePatient`. */
  readonly isOnePatient?: boolean;
  /**
   * What nobody wants is neither checked nor counted. An import counts everything, for its report
   * says what became of each resource.
   */
  readonly skipsUnwanted?: boolean;
  /**
   * A bundle with one Patient is about that patient even where its references name somebody of
   * whom nothing else is known: they lead nowhere. An import never does this.
   */
  readonly adoptsStrays?: boolean;
}

/** Whether any audience asks for one of these codes; the rest is not kept. */
export type Wants = (codes: readonly string[]) => boolean;

/**
 * Brings together by patient what lies scattered over lines and files, in any order. A medicine
 * that is named by reference waits for its Medication; `finish` gives up on those never sent.
 */
export class Gathering {
  readonly #wants: Wants;
  readonly #onFault: (fault: Fault) => void;
  readonly #patients = new Map<string, Gathered>();
  readonly #medicines = new Map<string, Pick<Fact, "codes" | "ingredients">>();
  readonly #waiting: Waiting[] = [];
  readonly #counts = new Map<string, { accepted: number; quarantined: number }>();

  /** Names that lead nowhere so far, with the one Patient of the bundle they stood in. */
  readonly #strays = new Map<string, string | "several">();
  readonly #habits: GatheringHabits;

  constructor(wants: Wants, onFault: (fault: Fault) => void, habits: GatheringHabits = {}) {
    this.#wants = wants;
    this.#onFault = onFault;
    this.#habits = habits;
  }

  /** Reads one line or one bundle; returns how many resources it held. */
  add(text: string, place: Place): number {
    const found = resourcesOf(text);
    if (!Array.isArray(found)) {
      this.refuse(found as Quarantined, place);
      return 1;
    }
    const { isOnePatient, skipsUnwanted } = this.#habits;
    const resources = isOnePatient ? asOnePatient(found) : found;
    const only = this.#habits.adoptsStrays ? onlyPatientOf(resources) : undefined;
    for (const resource of resources) {
      if (skipsUnwanted && isUnwanted(resource, this.#wants)) continue;
      const reading = readResource(resource);
      if (only !== undefined) this.#noteStray(reading, only);
      this.#take(reading, place);
    }
    return resources.length;
  }

  /** Counts something that could not even be read as a text. */
  refuse(fault: Quarantined, place: Place): void {
    this.#count(fault.resourceType ?? "unknown").quarantined += 1;
    this.#onFault({ ...place, fault });
  }

  /** Everybody found, medicines resolved. Call once, when all was added. */
  finish(): readonly GatheredPatient[] {
    for (const { patient, fact, medication, place } of this.#waiting.splice(0)) {
      const medicine = this.#medicines.get(medication);
      if (medicine) this.#keep(patient, { ...fact, ...medicine });
      else this.#giveUp(fact, place);
    }
    this.#adoptStrays();
    return [...this.#patients].map(([patient, gathered]) => ({ patient, ...gathered }));
  }

  #noteStray(reading: Reading, only: string): void {
    if (reading.kind !== "fact" || reading.patient === only) return;
    const known = this.#strays.get(reading.patient);
    this.#strays.set(reading.patient, known === undefined || known === only ? only : "several");
  }

  /** Facts go to the patient of their bundle when the name they carry is nobody's. */
  #adoptStrays(): void {
    for (const [stray, only] of this.#strays) {
      const gathered = this.#patients.get(stray);
      if (only === "several" || !gathered || gathered.resource) continue;
      for (const fact of gathered.facts.facts) this.#of(only).facts.add(fact);
      this.#patients.delete(stray);
    }
  }

  get counts(): readonly ResourceCount[] {
    return [...this.#counts].map(([resourceType, count]) => ({ resourceType, ...count }));
  }

  #take(reading: Reading, place: Place): void {
    switch (reading.kind) {
      case "quarantined":
        return this.refuse(reading, place);
      case "patient":
        this.#count("Patient").accepted += 1;
        this.#takePatient(reading.patient, reading.resource);
        return;
      case "medication":
        this.#count("Medication").accepted += 1;
        this.#medicines.set(reading.id, {
          codes: reading.codes,
          ...(reading.ingredients.length === 0 ? {} : { ingredients: reading.ingredients }),
        });
        return;
      case "ignored":
        this.#count(reading.resourceType).accepted += 1;
        if (reading.id === undefined || reading.patient === undefined) return;
        this.#of(reading.patient).facts.take({
          id: reading.id,
          ...(reading.updatedAt === undefined ? {} : { updatedAt: reading.updatedAt }),
        });
        return;
      case "fact":
        this.#count(typeOf(reading.fact)).accepted += 1;
        this.#takeFact(reading.patient, reading.fact, reading.medication, place);
    }
  }

  #takePatient(patient: string, resource: PatientResource): void {
    const gathered = this.#of(patient);
    const known = gathered.resource?.meta?.lastUpdated;
    const given = resource.meta?.lastUpdated;
    // Servers write `lastUpdated` in one form, so that text order is time order.
    if (known !== undefined && given !== undefined && given < known) return;
    gathered.resource = resource;
  }

  #takeFact(patient: string, fact: Fact, medication: string | undefined, place: Place): void {
    if (medication === undefined) return this.#keep(patient, fact);
    const medicine = this.#medicines.get(medication);
    if (medicine) this.#keep(patient, { ...fact, ...medicine });
    else this.#waiting.push({ patient, fact, medication, place });
  }

  /** A patient of whom no audience asks anything is still a patient. */
  #keep(patient: string, fact: Fact): void {
    const { facts } = this.#of(patient);
    if (this.#wants(codesIn(fact))) facts.add(fact);
  }

  #giveUp(fact: Fact, place: Place): void {
    const resourceType = typeOf(fact);
    this.#count(resourceType).accepted -= 1;
    this.refuse(quarantined("fhir/unknown-medication", resourceType), place);
  }

  #of(patient: string): Gathered {
    const known = this.#patients.get(patient);
    if (known) return known;
    const gathered = { facts: new FactCollection() };
    this.#patients.set(patient, gathered);
    return gathered;
  }

  #count(resourceType: string): { accepted: number; quarantined: number } {
    const known = this.#counts.get(resourceType);
    if (known) return known;
    const count = { accepted: 0, quarantined: 0 };
    this.#counts.set(resourceType, count);
    return count;
  }
}
