import { createHash } from "node:crypto";
import type { LinkToken } from "../domain/message/link.ts";

/**
 * What is kept of a token: SHA-256, in hex. A token is 128 bits of chance, so it needs neither salt nor a
 * slow digest (NIST SP 800-63B, section 5.1.2.2, on secrets of 112 bits or more).
 */
export function linkDigest(token: LinkToken): string {
  return createHash("sha256").update(token).digest("hex");
}
