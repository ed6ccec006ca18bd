import { type ContactPoint, channelsOf } from "#domain/patient/contact-point";
import { allPoints, type OrganizationId, type PatientId } from "#domain/patient/profile";
import { isTextPending, takesNoTexts } from "#domain/record/carrier-list";
import type { CarrierOptOutList, Clock, PointDirectory, ProfileStore, RecordStore } from "#ports";
import { TryAgain } from "../errors.ts";

export interface MirrorPorts {
  readonly records: Pick<RecordStore, "load">;
  readonly profiles: Pick<ProfileStore, "load">;
  readonly points: Pick<PointDirectory, "owners">;
  readonly carrier: Pick<CarrierOptOutList, "add">;
  readonly clock: Clock;
}

/**
 * Puts this patient's phones on the carrier's list where nobody who is reached there takes texts
 * any more. A number that one of its owners still takes texts at stays off: the list knows no
 * patients. Throws `TryAgain` while a text to an owner is still owed or on its way, such as the one
 * that confirms the opt-out. Repeats are harmless.
 * @returns how many numbers stand on the list by it.
 */
export function createMirrorOptOuts(ports: MirrorPorts) {
  const belongsOnList = async (
    organization: OrganizationId,
    patient: PatientId,
    point: ContactPoint,
  ): Promise<boolean> => {
    const { patients } = await ports.points.owners(organization, point.id);
    const owners = [...new Set([patient, ...patients])];
    const loaded = await Promise.all(owners.map((one) => ports.records.load(organization, one)));
    const records = loaded.filter((record) => record !== undefined);
    const isForAll = records.length === owners.length;
    if (!isForAll || !records.every((record) => takesNoTexts(record, point.id))) return false;
    const now = ports.clock.now();
    if (records.some((record) => isTextPending(record, now)))
      throw new TryAgain("mirror/text-pending");
    return true;
  };
  return async (organization: OrganizationId, patient: PatientId): Promise<number> => {
    const profile = await ports.profiles.load(organization, patient);
    const points = profile ? allPoints(profile) : [];
    const phones = points.filter(({ kind }) => channelsOf(kind).includes("sms"));
    let listed = 0;
    for (const phone of phones) {
      if (!(await belongsOnList(organization, patient, phone))) continue;
      await ports.carrier.add(phone.address);
      listed += 1;
    }
    return listed;
  };
}

export type MirrorOptOuts = ReturnType<typeof createMirrorOptOuts>;
