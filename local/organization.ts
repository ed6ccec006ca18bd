import { defaultPolicy } from "#domain/contact/default-policy";
import type { NoticeBook } from "#domain/message/notice-book";
import type { Organization } from "#domain/patient/organization";
import type { Environment } from "#infra/environments";

/** The invented clinic that the local stack works for, on the lines of its environment. */
export function oakClinic(environment: Environment, notices: NoticeBook): Organization {
  const { channels, clinic, connect, email, zone } = environment;
  const { opens, closes, days } = clinic;
  const numbers = channels === "made" ? [] : [channels.originationIdentity];
  return {
    id: environment.organizationId,
    name: clinic.name,
    phone: clinic.phone,
    lines: [...numbers, connect.sourceNumber, clinic.phone, bareAddress(email.from)],
    postalAddress: "Oak Clinic, 1 Oak Street, Springfield, MA 01101",
    business: { zone, opens, closes, days },
    hasAfterHoursDesk: true,
    policy: defaultPolicy,
    notices,
  };
}

/** `Oak Clinic <care@oak-clinic.example>` → `care@oak-clinic.example` */
export function bareAddress(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}
