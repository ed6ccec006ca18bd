import type { ConceptShown } from "#contracts/api/campaign";
import type {
  MadePatientAsked,
  PreviewBody,
  PreviewMove,
  PreviewShown,
} from "#contracts/api/preview";

/** What is in the fields of somebody made up; numbers as they are typed. */
export interface MadeFields extends Pick<MadePatientAsked, "language" | "zone" | "has"> {
  readonly age: string;
  readonly sex: "" | "female" | "male";
  readonly facts: readonly FactFields[];
}

export interface FactFields {
  readonly concept: string;
  readonly as: MadePatientAsked["facts"][number]["as"];
  readonly on: string;
  readonly number: string;
  readonly unit: string;
}

/** Who is walked through, and from when. */
export interface Asked {
  readonly who: "made" | "patient";
  readonly made: MadeFields;
  /** The identifier of one of the clinic's. */
  readonly patient: string;
  readonly on: string;
  readonly isForced: boolean;
}

/** A campaign that can be previewed, published or not, and how it is asked for. */
export interface Previewing {
  /** Tells it from others, and a draft from what it was before. */
  readonly key: string;
  readonly concepts: readonly ConceptShown[];
  made(body: PreviewBody, signal: AbortSignal): Promise<PreviewShown>;
  /** Left out where none of the clinic's patients may be looked at. */
  readonly patient?: (
    patient: string,
    body: Omit<PreviewBody, "patient">,
    signal: AbortSignal,
  ) => Promise<PreviewShown>;
}

/** Today where the browser is, `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat("en-CA", { dateStyle: "short" }).format(Date.now());
}

export function firstAsked(patient: string): Asked {
  return {
    who: patient === "" ? "made" : "patient",
    made: {
      ...{ language: "en", zone: "America/New_York", has: ["sms", "voice", "email"] },
      ...{ age: "60", sex: "female", facts: [] },
    },
    patient,
    on: today(),
    isForced: patient === "",
  };
}

const dateForm = /^\d{4}-\d\d-\d\d$/;

/** Whether everything is filled in that has to be. */
export function isWhole({ who, made, patient, on }: Asked): boolean {
  if (!dateForm.test(on)) return false;
  if (who === "patient") return /^[A-Za-z0-9.-]{1,64}$/.test(patient);
  return (
    /^(?:\d{1,2}|1[01]\d|120|)$/.test(made.age) &&
    made.facts.every(({ concept, on: day, number }) => {
      return concept !== "" && dateForm.test(day) && (number === "" || Number.isFinite(+number));
    })
  );
}

export function bodyOf(made: MadeFields): MadePatientAsked {
  const { language, zone, has, age, sex, facts } = made;
  return {
    ...{ language, zone, has: [...has] },
    ...(age === "" ? {} : { age: Number(age) }),
    ...(sex === "" ? {} : { sex }),
    facts: facts.map(({ concept, as, on, number, unit }) => ({
      ...{ concept, as, on },
      ...(number === "" ? {} : { number: Number(number) }),
      ...(unit === "" ? {} : { unit }),
    })),
  };
}

/** Asks what would happen to them after these moves. */
export function asking(
  previewing: Previewing,
  { who, made, patient, on, isForced }: Asked,
  moves: readonly PreviewMove[],
): (signal: AbortSignal) => Promise<PreviewShown> {
  const walked = { on, isForced, moves: [...moves] };
  const { patient: askPatient } = previewing;
  return who === "patient" && askPatient !== undefined
    ? (signal) => askPatient(patient, walked, signal)
    : (signal) => previewing.made({ patient: bodyOf(made), ...walked }, signal);
}
