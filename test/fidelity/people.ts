import * as fc from "fast-check";
import { PatientResource } from "#contracts/fhir/patient";
import { pointId } from "#domain/patient/point-id";
import { patient as resourceOf } from "#support/fhir";

/** Few people on fewer phones, so that they meet. */
export const people = ["p0", "p1", "p2", "p3", "p4", "p5"] as const;
export const numbers = ["+16175550134", "+16175550135", "+13035550136"] as const;
export const mailboxes = ["one@example.com", "two@example.com"] as const;

export const points = [...numbers, ...mailboxes].map((address) => pointId(address));

const homes = [
  { state: "MA", postalCode: "02108" },
  { state: "CO", postalCode: "80202" },
  { state: "AZ", postalCode: "85001" },
] as const;

/** Where and how somebody is found. */
export interface Found {
  readonly phone: string | null;
  readonly mailbox: string | null;
  readonly home: (typeof homes)[number];
  readonly language: string;
}

export const found: fc.Arbitrary<Found> = fc.record({
  phone: fc.constantFrom(...numbers, null),
  mailbox: fc.constantFrom(...mailboxes, null),
  home: fc.constantFrom(...homes),
  language: fc.constantFrom("en-US", "es-US"),
});

/** As their clinic's system has them. */
export function resource(id: string, { phone, mailbox, home, language }: Found): PatientResource {
  const byPhone = { system: "phone", value: phone ?? "", use: "mobile" } as const;
  const byMail = { system: "email", value: mailbox ?? "" } as const;
  return PatientResource.parse(
    resourceOf({
      id,
      telecom: [...(phone === null ? [] : [byPhone]), ...(mailbox === null ? [] : [byMail])],
      address: [{ use: "home", ...home }],
      communication: [{ language: { coding: [{ code: language }] } }],
    }),
  );
}
