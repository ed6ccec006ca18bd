import type { GatheredPatient } from "#contracts/fhir/gathering";
import { PatientResource } from "#contracts/fhir/patient";
import type { Campaign } from "#domain/campaign/campaign";
import type { Fact } from "#domain/patient/fact";
import { FactCollection } from "#domain/patient/fact-collection";
import type { Day } from "#domain/time";
import { personOf } from "../sample/person.ts";
import { type Dice, diceOf } from "./dice.ts";
import { dueFact } from "./stand-in.ts";

/**
 * Illnesses come together: most people are nobody's for as long as the simulation lasts, and of the
 * others every second comes to be one for two campaigns or more, which caps and the arbiter are for.
 */
const isIllShare = 0.25;
const isForShare = 0.42;

/** One simulated patient: who they are, and on which days they come to be one for which campaign. */
export interface Inhabitant {
  readonly patient: string;
  /** As their own clinic's system has it now. */
  resource: PatientResource;
  /** In order of their days. */
  readonly due: readonly Fact[];
}

/** The people of `rounds sample`, without their history: the stand-in facts take its place. */
export function inhabitants(options: {
  readonly seed: number;
  readonly patients: number;
  readonly campaigns: readonly Campaign[];
  readonly from: Day;
  readonly days: number;
}): readonly Inhabitant[] {
  const { seed, patients, from } = options;
  const dice = diceOf(`population/${seed}`);
  return Array.from({ length: patients }, (_, number) => {
    const person = personOf(seed, number, from);
    const resource = PatientResource.parse(person.patient);
    return { patient: person.id, resource, due: dueFacts(person.id, dice, options) };
  });
}

function dueFacts(
  patient: string,
  dice: Dice,
  { campaigns, from, days }: Parameters<typeof inhabitants>[0],
): readonly Fact[] {
  if (!dice.is(isIllShare)) return [];
  return campaigns
    .filter(() => dice.is(isForShare))
    .map(({ id }) => {
      const day = dice.is(0.5) ? from - dice.between(0, 8) : from + dice.between(1, days);
      return dueFact(patient, id, day);
    })
    .toSorted((a, b) => a.from - b.from);
}

/** What an import of these facts brings, with or without who it is. */
export function gathered(
  patient: string,
  facts: readonly Fact[],
  resource?: PatientResource,
): GatheredPatient {
  return {
    patient,
    facts: new FactCollection(facts),
    ...(resource === undefined ? {} : { resource }),
  };
}
