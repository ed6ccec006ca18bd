import * as z from "zod";
import { defaultPolicy } from "../../domain/contact/default-policy.ts";
import type { Message } from "../../domain/message/message.ts";
import type { Organization } from "../../domain/patient/organization.ts";
import { stateCodes } from "../../domain/patient/state-zones.ts";
import { noticeKinds } from "../../domain/record/notice.ts";
import { StoredWindow } from "./window.ts";

const Channels = z.enum(["sms", "voice", "email"]);

const Cap = z.object({
  name: z.string(),
  max: z.int(),
  per: z.enum(["local-day", "local-week", "rolling"]),
  hours: z.number().exactOptional(),
  alike: z.array(z.enum(["campaign", "channel", "point"])).exactOptional(),
  channels: z.array(Channels).exactOptional(),
  states: z.array(z.string()).exactOptional(),
});

const Words: z.ZodType<Message> = z.object({
  sms: z.string().exactOptional(),
  email: z.object({ subject: z.string(), text: z.string() }).exactOptional(),
  voice: z.string().exactOptional(),
});

/** An organization's settings as stored and as given to the console. */
export const StoredOrganization: z.ZodType<Organization> = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string(),
  lines: z.array(z.string()),
  postalAddress: z.string(),
  business: z.object({
    zone: z.string(),
    opens: z.string(),
    closes: z.string(),
    days: z.array(z.int().min(1).max(7)),
  }),
  // Stored before it was asked for: no call is promised that nobody may make.
  hasAfterHoursDesk: z.boolean().default(false),
  policy: z.object({
    window: StoredWindow,
    // Organizations stored before these were settings keep what the default policy says.
    strictStateHours: z.boolean().default(defaultPolicy.strictStateHours),
    liveIntroStates: z.array(z.enum(stateCodes)).default([...defaultPolicy.liveIntroStates]),
    caps: z.array(Cap),
    revokeScope: z.enum(["all", "program"]).default("all"),
    recordedConsentOn: z.array(Channels).exactOptional(),
    threadHours: z.number().default(defaultPolicy.threadHours),
    mergesSameDay: z.boolean().default(defaultPolicy.mergesSameDay),
    unknownZones: z.array(z.string()),
    spreadMinutes: z.number(),
  }),
  notices: z.record(z.string(), z.partialRecord(z.enum(noticeKinds), Words)),
});
