import { defaultPolicy } from "#domain/contact/default-policy";
import type { NoticeBook } from "#domain/message/notice-book";
import type { Organization } from "#domain/patient/organization";
import type { Dice } from "./dice.ts";

/** The invented clinic of a simulation, with the choices that clinics make differently. */
export function drawOrganization(dice: Dice, notices: NoticeBook): Organization {
  return {
    id: "oak",
    name: "Oak Clinic",
    phone: "+18005550100",
    lines: ["+12025550100", "care@oak-clinic.example"],
    postalAddress: "Oak Clinic, 1 Oak Street, Springfield, MA 01101",
    business: { zone: "America/New_York", opens: "08:00", closes: "18:00", days: [1, 2, 3, 4, 5] },
    hasAfterHoursDesk: dice.is(0.5),
    policy: {
      ...defaultPolicy,
      revokeScope: dice.is(0.5) ? "all" : "program",
      strictStateHours: dice.is(0.3),
      mergesSameDay: dice.is(0.7),
    },
    notices,
  };
}
