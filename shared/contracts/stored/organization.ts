import * as z from "zod";
import { defaultPolicy } from "../../domain/contact/default-policy.ts";
import type { Message } from "../../domain/message/message.ts";
import type { Organization } from "../../domain/patient/organization.ts";
import { stateCodes } from "../../domain/patient/state-zones.ts";
import { StoredWindow } from "./window.ts";

const Cap = z.discriminatedUnion("per", [
  z.object({ name: z.string(), per: z.literal("local-day"), max: z.int() }),
  z.object({ name: z.string(), per: z.literal("rolling"), hours: z.number(), max: z.int() }),
]);

const Words: z.ZodType<Message> = z.object({
  sms: z.string().exactOptional(),
  email: z.object({ subject: z.string(), text: z.string() }).exactOptional(),
  voice: z.string().exactOptional(),
});

const NoticeKinds = z.enum([
  "opted-out",
  "opted-in",
  "help",
  "wrong-number",
  "emergency",
  "crisis",
]);

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
  policy: z.object({
    window: StoredWindow,
    // Organizations stored before these were settings keep what the default policy says.
    strictStateHours: z.boolean().default(defaultPolicy.strictStateHours),
    liveIntroStates: z.array(z.enum(stateCodes)).default([...defaultPolicy.liveIntroStates]),
    caps: z.array(Cap),
    unknownZones: z.array(z.string()),
    spreadMinutes: z.number(),
  }),
  notices: z.record(z.string(), z.record(NoticeKinds, Words)),
});
