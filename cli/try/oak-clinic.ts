import { join } from "node:path";
import { loadNotices } from "#adapters/files/notice-files";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { Organization } from "#domain/patient/organization";
import { campaignsFolder } from "../campaign-files.ts";

/** A clinic to try with, open when the patient's own day is. */
export function oakClinic(zone: string): Organization {
  return {
    id: "oak",
    name: "Oak Clinic",
    phone: "+18005550100",
    lines: ["care@oak.example"],
    postalAddress: "12 Oak Street, Springfield, IL 62701",
    business: { zone, opens: "09:00", closes: "17:00", days: [1, 2, 3, 4, 5] },
    hasAfterHoursDesk: true,
    policy: defaultPolicy,
    notices: loadNotices(join(campaignsFolder(), "notices")),
  };
}
