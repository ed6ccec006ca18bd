import type { ContactPointShown, Person } from "#contracts/api/person";
import { purposes } from "#domain/campaign/purpose";
import { permissionRefusal } from "#domain/contact/permission";
import type { ContactPolicy } from "#domain/contact/policy";
import { type Channel, type ContactPoint, channelsOf } from "#domain/patient/contact-point";
import type { Profile } from "#domain/patient/profile";
import { speechNeeds } from "#domain/record/permission";
import type { PatientRecord } from "#domain/record/record";
import { formatDay } from "#domain/time";

/** Who it is and how they are reached, of a profile and the record beside it. */
export function personShown(
  profile: Profile,
  record: PatientRecord,
  policy: ContactPolicy,
): Person {
  const { patient, given, family, birthDate, sex, isLanguageKnown, zones, doNotContact } = profile;
  const { language, needs } = speechNeeds(record);
  const shown = (whose: ContactPointShown["whose"]) => (point: ContactPoint) =>
    pointShown(point, whose, record, policy);
  return {
    ...{ patient, given, family, language },
    // What the patient chose themselves is known.
    isLanguageKnown: isLanguageKnown || record.preferences?.language !== undefined,
    needs: { interpreter: needs.interpreter === true, relay: needs.tty === true },
    zones: [...zones],
    points: [
      ...profile.points.map(shown("own")),
      ...(profile.guardianPoints ?? []).map(shown("guardian")),
    ],
    ...(birthDate === undefined ? {} : { birthDate: formatDay(birthDate) }),
    ...(sex === undefined ? {} : { sex }),
    ...(doNotContact === undefined ? {} : { doNotContact }),
  };
}

function pointShown(
  { id, kind, address }: ContactPoint,
  whose: ContactPointShown["whose"],
  record: PatientRecord,
  policy: ContactPolicy,
): ContactPointShown {
  const use = channelsOf(kind).map((channel) => {
    const refused = refusedThere(record, { channel, point: id }, policy);
    return { channel, ...(refused === undefined ? {} : { refused }) };
  });
  return { id, kind, address, whose, use };
}

/** Why automation may use a point on a channel for nothing at all. */
function refusedThere(
  { badPoints, permissions }: PatientRecord,
  { channel, point }: { readonly channel: Channel; readonly point: string },
  { recordedConsentOn }: ContactPolicy,
): ContactPointShown["use"][number]["refused"] {
  if (badPoints.includes(point)) return "wrong-or-dead";
  const refusals = purposes.map((purpose) =>
    permissionRefusal(permissions, { channel, point, purpose }, recordedConsentOn),
  );
  return refusals.every((refusal) => refusal !== undefined) ? refusals[0] : undefined;
}
