import type { OrganizationId, PatientId } from "../patient/profile.ts";
import type { TouchKey } from "../record/touch.ts";
import type { Instant } from "../time.ts";

/**
 * What a page of ours is opened with: 128 bits of chance as 22 letters of base64url. It says nothing of
 * anybody, and whoever has it may do the one thing that its link is for.
 */
export type LinkToken = string;

/** The last letter holds two bits only, so four letters can stand there. */
const tokenShape = /^[A-Za-z0-9_-]{21}[AQgw]$/;

export function isLinkToken(text: string): text is LinkToken {
  return tokenShape.test(text);
}

/** What one token is good for: to stop what this patient is sent, and nothing else. */
export interface Link {
  readonly purpose: "unsubscribe";
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  /** The mail that carried it. */
  readonly touch: TouchKey;
  /** BCP-47, of the mail. Absent: nobody knows which the patient reads. */
  readonly language?: string;
  /** From then on it does nothing. */
  readonly expiresAt: Instant;
}

export function isLinkOpen({ expiresAt }: Link, now: Instant): boolean {
  return now < expiresAt;
}
