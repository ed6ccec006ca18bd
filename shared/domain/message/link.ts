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

/** Whose message carried a link, and until when it does anything. */
export interface LinkOf {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  /** The message that carried it. */
  readonly touch: TouchKey;
  /** BCP-47, of the message. Absent: nobody knows which the patient reads. */
  readonly language?: string;
  /** From then on it does nothing. */
  readonly expiresAt: Instant;
}

/** What one token is good for: to stop what this patient is sent, and nothing else. */
export interface Link extends LinkOf {
  readonly purpose: "unsubscribe";
}

export function isLinkOpen({ expiresAt }: Pick<LinkOf, "expiresAt">, now: Instant): boolean {
  return now < expiresAt;
}
