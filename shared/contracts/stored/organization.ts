import * as z from "zod/mini";
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
  hours: z.exactOptional(z.number()),
  alike: z.exactOptional(z.array(z.enum(["campaign", "channel", "point"]))),
  channels: z.exactOptional(z.array(Channels)),
  states: z.exactOptional(z.array(z.string())),
});

const Words: z.ZodMiniType<Message> = z.object({
  sms: z.exactOptional(z.string()),
  email: z.exactOptional(z.object({ subject: z.string(), text: z.string() })),
  voice: z.exactOptional(z.string()),
});

/** An organization's settings as stored and as given to the console. */
export const StoredOrganization: z.ZodMiniType<Organization> = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string(),
  lines: z.array(z.string()),
  postalAddress: z.string(),
  business: z.object({
    zone: z.string(),
    opens: z.string(),
    closes: z.string(),
    days: z.array(z.int().check(z.minimum(1), z.maximum(7))),
  }),
  // Stored before it was asked for: no call is promised that nobody may make.
  hasAfterHoursDesk: z._default(z.boolean(), false),
  policy: z.object({
    window: StoredWindow,
    // Organizations stored before these were settings keep what the default policy says.
    strictStateHours: z._default(z.boolean(), defaultPolicy.strictStateHours),
    liveIntroStates: z._default(z.array(z.enum(stateCodes)), [...defaultPolicy.liveIntroStates]),
    caps: z.array(Cap),
    revokeScope: z._default(z.enum(["all", "program"]), "all"),
    recordedConsentOn: z.exactOptional(z.array(Channels)),
    threadHours: z._default(z.number(), defaultPolicy.threadHours),
    mergesSameDay: z._default(z.boolean(), defaultPolicy.mergesSameDay),
    unknownZones: z.array(z.string()),
    spreadMinutes: z.number(),
  }),
  notices: z.record(z.string(), z.partialRecord(z.enum(noticeKinds), Words)),
});
