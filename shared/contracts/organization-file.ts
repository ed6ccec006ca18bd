import * as z from "zod";
import { defaultPolicy } from "../domain/contact/default-policy.ts";
import type { ContactWindow, DayHours } from "../domain/contact/window.ts";
import { parseHours, parseWindow } from "../domain/contact/window-text.ts";
import { capLookBackDays } from "../domain/limits.ts";
import type { NoticeBook } from "../domain/message/notice-book.ts";
import type { Organization } from "../domain/patient/organization.ts";
import { stateCodes } from "../domain/patient/state-zones.ts";
import { isZone, parseDay } from "../domain/time.ts";
import { organizationId } from "./ids.ts";

/** What an organization writes of itself: the file that `rounds publish --organization` reads. */
export type OrganizationFile = z.infer<typeof OrganizationFile>;

/** A text that fits beside the words of a message, which a text of 160 characters has to hold. */
const nameMax = 40;

/** One transaction writes the settings with all their lines and may hold 100 items. */
const linesMax = 40;

/**
 * The widest hours that can be set, minutes after midnight: those of 47 CFR 64.1200(c)(1), on the
 * patient's clock. They bind solicitations; a slip of the pen shall not text anybody at night.
 */
const widest: DayHours = { opensMinute: 8 * 60, closesMinute: 21 * 60 };

const channels = z.enum(["sms", "voice", "email"]);
const Phone = z
  .string('a phone number in quotes, such as "+12025550100"')
  .regex(/^\+[1-9]\d{6,14}$/, "a phone number with its country, such as +12025550100");
const Line = z.union([Phone, z.email()], {
  error: 'a phone number in quotes, such as "+12025550100", or a mail address',
});
const Zone = z.string().refine(isZone, "an IANA zone, such as America/New_York");

const outside = "hours between 08:00 and 21:00";

function isWithinWidest({ opensMinute, closesMinute }: DayHours): boolean {
  return opensMinute >= widest.opensMinute && closesMinute <= widest.closesMinute;
}

/** `09:00-20:00` */
const Hours = z.string().transform((text, context): DayHours => {
  const hours = parseHours(text);
  if (hours && isWithinWidest(hours)) return hours;
  context.addIssue(hours ? outside : "hours of a day, such as 09:00-20:00");
  return z.NEVER;
});

/** `mon-fri` */
const Days = z.string().transform((text, context): number[] => {
  const window = parseWindow("00:00-24:00", text);
  if (window) return Object.keys(window.byWeekday).map(Number);
  context.addIssue("days, such as mon-fri or mon,wed,fri");
  return z.NEVER;
});

/** `{ mon-fri: 09:00-20:00, sat: 10:00-17:00 }`; a day that is left out is closed. */
const Week = z
  .record(z.string(), z.string())
  .transform((written, context): ContactWindow["byWeekday"] => {
    const week: Record<string, DayHours> = {};
    for (const [days, text] of Object.entries(written)) {
      const chosen = Object.keys(parseWindow("00:00-24:00", days)?.byWeekday ?? {});
      const hours = parseHours(text);
      const wrong = weekProblem(chosen, hours, week);
      if (wrong !== undefined) {
        context.addIssue({ code: "custom", path: [days], message: wrong });
      } else if (hours) for (const day of chosen) week[day] = hours;
    }
    return week;
  });

function weekProblem(
  days: readonly string[],
  hours: DayHours | undefined,
  known: Readonly<Record<string, DayHours>>,
): string | undefined {
  if (days.length === 0 || !hours) return "days and their hours, such as `mon-fri: 09:00-20:00`";
  if (days.some((day) => day in known)) return "a day that has hours already";
  return isWithinWidest(hours) ? undefined : outside;
}

const DayOff = z.string().transform((text, context): number => {
  const day = parseDay(text);
  if (day !== undefined) return day;
  context.addIssue("a date as YYYY-MM-DD");
  return z.NEVER;
});

const Cap = z
  .strictObject({
    name: z.string().min(1),
    // A cap that never allows anything is a halt; the claim would refuse the policy as a whole.
    max: z.int().min(1, "1 or more; `rounds halt` stops all contacts"),
    per: z.enum(["local-day", "local-week", "rolling"]),
    // The record keeps the contacts of so many days, and could not count further back.
    hours: z
      .int()
      .positive()
      .max(
        capLookBackDays * 24,
        `at most ${capLookBackDays * 24}, which are ${capLookBackDays} days`,
      )
      .exactOptional(),
    alike: z.array(z.enum(["campaign", "channel", "point"])).exactOptional(),
    channels: z.array(channels).exactOptional(),
    states: z.array(z.enum(stateCodes)).exactOptional(),
  })
  .refine(({ per, hours }) => (per === "rolling") === (hours !== undefined), {
    error: "`hours` belongs to a cap that is `per: rolling`, and to no other",
  });

/** Each that is left out is as in the default policy. */
const Policy = z.strictObject({
  window: Week.exactOptional(),
  holidays: z
    .union([z.enum(["open", "closed"]), Hours], {
      error: `open, closed, or ${outside} as 10:00-16:00`,
    })
    .exactOptional(),
  closedDays: z.array(DayOff).exactOptional(),
  strictStateHours: z.boolean().exactOptional(),
  liveIntroStates: z.array(z.enum(stateCodes)).exactOptional(),
  caps: z.array(Cap).min(1).exactOptional(),
  revokeScope: z.enum(["all", "program"]).exactOptional(),
  recordedConsentOn: z.array(channels).exactOptional(),
  threadHours: z.int().min(0).exactOptional(),
  mergesSameDay: z.boolean().exactOptional(),
  unknownZones: z.array(Zone).min(1).exactOptional(),
  spreadMinutes: z.int().min(0).exactOptional(),
});

const Business = z.strictObject({ zone: Zone, days: Days, hours: z.string() }).refine(
  ({ hours }) => parseHours(hours) !== undefined,
  // Undefined paths would point at the whole block.
  { path: ["hours"], error: "hours of a day, such as 09:00-17:00" },
);

export const OrganizationFile = z.strictObject({
  id: organizationId,
  name: z.string().min(1).max(nameMax),
  phone: Phone,
  lines: z.array(Line).min(1).max(linesMax),
  postalAddress: z.string().min(1),
  /** Its own domains, to which messages may link: for the check, not stored. */
  domains: z.array(z.string().min(3)).default([]),
  /** The name of the pages that its messages lead to, as its deployment has it: for the check, too. */
  pages: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "a host name as care.oak.example")
    .exactOptional(),
  business: Business,
  afterHoursDesk: z.boolean(),
  policy: Policy.default({}),
});

/** The keys of each part of the file, by the names on the way to it. */
export const organizationFileKeys: Readonly<Record<string, readonly string[]>> = {
  "": Object.keys(OrganizationFile.shape),
  business: Object.keys(Business.shape),
  policy: Object.keys(Policy.shape),
  "policy.caps": Object.keys(Cap.shape),
};

/** The organization as the engine works with it: what the file leaves out is the default policy. */
export function organizationOf(file: OrganizationFile, notices: NoticeBook): Organization {
  const { id, name, phone, lines, postalAddress, business, afterHoursDesk } = file;
  const { window, holidays, closedDays, ...policy } = file.policy;
  const [opens = "", closes = ""] = business.hours.split("-").map((clock) => clock.trim());
  return {
    id,
    name,
    phone,
    lines,
    postalAddress,
    business: { zone: business.zone, opens, closes, days: business.days },
    hasAfterHoursDesk: afterHoursDesk,
    policy: {
      ...defaultPolicy,
      ...policy,
      window: {
        byWeekday: window ?? defaultPolicy.window.byWeekday,
        holidays: holidays ?? defaultPolicy.window.holidays,
        ...(closedDays ? { closedDays } : {}),
      },
    },
    notices,
  };
}
