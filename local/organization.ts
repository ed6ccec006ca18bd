import { defaultPolicy } from "#domain/contact/default-policy";
import type { NoticeBook } from "#domain/message/notice-book";
import type { Organization } from "#domain/patient/organization";
import type { Environment } from "#infra/environments";

/** The invented clinic that the local stack works for, on the lines of its environment. */
export function oakClinic(environment: Environment, notices: NoticeBook): Organization {
  const { sms, connect, email } = environment;
  return {
    id: environment.organizationId,
    name: "Oak Clinic",
    phone: "+18005550100",
    lines: [sms.originationIdentity, connect.sourceNumber, bareAddress(email.from)],
    postalAddress: "Oak Clinic, 1 Oak Street, Springfield, MA 01101",
    business: { zone: environment.zone, opens: "09:00", closes: "17:00", days: [1, 2, 3, 4, 5] },
    hasAfterHoursDesk: true,
    policy: defaultPolicy,
    notices,
  };
}

/** `Oak Clinic <care@oak-clinic.example>` → `care@oak-clinic.example` */
export function bareAddress(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}
