import { formatDay } from "#domain/calendar";
import type { PatientId, Profile } from "#domain/patient/profile";
import type { Phone } from "../outside/phones.ts";
import type { LivedRun } from "../run.ts";
import type { OpenPhone, PhoneCard, Shown } from "./shown.ts";

/** Phones in the strip; who wants another looks for its patient in the console. */
const phonesMax = 40;

/** Reads what the strip shows of a run; the phone that is named comes with its texts and its owners. */
export function createStripState(run: LivedRun): (phone?: string) => Promise<Shown> {
  const { stack, world, pace, clinic, stores } = run;
  const load = (patient: PatientId) => stores.profiles.load(clinic.id, patient);
  // A name changes less often than the strip is looked at; whoever opens the phone sees it as it is.
  const names = new Map<PatientId, string>();
  const ownersOf = async ({ patients }: Phone): Promise<readonly Profile[]> =>
    (await Promise.all(patients.map(load))).filter((profile) => profile !== undefined);
  const cardOf = async (phone: Phone): Promise<PhoneCard[]> => {
    const { id, number, patients, texts } = phone;
    if (patients.some((patient) => !names.has(patient))) {
      for (const owner of await ownersOf(phone)) names.set(owner.patient, nameOf(owner));
    }
    const owners = patients.flatMap((patient) => names.get(patient) ?? []).join(", ");
    const last = texts.at(-1);
    return last === undefined ? [] : [{ id, number, owners, last }];
  };
  const openOf = async (phone: Phone): Promise<OpenPhone> => ({
    ...{ id: phone.id, number: phone.number, texts: [...phone.texts] },
    owners: (await ownersOf(phone)).map((owner) => ({
      name: nameOf(owner),
      ...(owner.birthDate === undefined ? {} : { birthDate: formatDay(owner.birthDate) }),
    })),
  });
  return async (asked) => {
    const { isPaused, times } = pace;
    const now = stack.clock.now();
    const cards = await Promise.all(world.phones.latest(phonesMax).map(cardOf));
    const phone = asked === undefined ? undefined : world.phones.get(asked);
    return {
      clock: { now, zone: clinic.business.zone, isPaused, times },
      phones: cards.flat(),
      ...(phone === undefined ? {} : { open: await openOf(phone) }),
    };
  };
}

function nameOf({ given, family }: Profile): string {
  return `${given} ${family}`;
}
