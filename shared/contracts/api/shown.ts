import * as z from "zod/mini";
import { purposes } from "../../domain/campaign/purpose.ts";
import { campaignId } from "../ids.ts";

/** What several answers show in the same way. */

/** ISO 8601 in UTC, `2026-11-26T14:03:00Z`. */
export const moment = z.iso.datetime();

/** `YYYY-MM-DD`. */
export const date = z.iso.date();

export const channel = z.enum(["sms", "voice", "email"]);

export const purpose = z.enum(purposes);

/** Opaque, from the sign-in: never given to another person. */
export const staffId = z.string().check(z.regex(/^[A-Za-z0-9-]{1,128}$/));

/** Somebody of the staff, as colleagues know them: the address by which they sign in. */
export const Colleague = z.object({ user: staffId, name: z.string() });
export type Colleague = z.infer<typeof Colleague>;

/** One episode of one campaign. */
export const EnrollmentName = z.object({
  campaign: campaignId,
  title: z.string(),
  version: z.int(),
  /** The day on which it began, `YYYY-MM-DD`. */
  episode: z.string(),
});

/** What an agent brings besides. */
export const Needs = z.object({
  /** Somebody who interprets into the language named beside it. */
  interpreter: z.boolean(),
  /** A relay service: the patient is deaf or hard of hearing. */
  relay: z.boolean(),
});

/**
 * Where the next page begins, as the last one said it. Opaque, and holds nothing of a patient. One
 * that was not made here is a `bad-request`.
 */
export const cursor = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,200}$/));

/** Rows of one page. A query is text, so the number comes as digits. */
export const limit = z.pipe(
  z.pipe(z.string().check(z.regex(/^\d{1,3}$/)), z.transform(Number)),
  z.int().check(z.minimum(1), z.maximum(100)),
);
