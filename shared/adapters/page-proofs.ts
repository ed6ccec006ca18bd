import { createHmac, timingSafeEqual } from "node:crypto";
import type { OpenedPage } from "../domain/page/page-link.ts";
import type { PageProofs } from "../ports.ts";

/**
 * A proof is the moment at which it ends and an HMAC over that moment and the page's id, with the key that
 * was made with the link (RFC 2104; SHA-256). The key lies beside what it guards: whoever reads the table
 * has the answers anyway and not the token, without which no page opens.
 */
export const pageProofs: PageProofs = {
  make: (page, expiresAt) => `${expiresAt.toString(36)}.${sealOf(page, expiresAt)}`,
  holds(page, proof, now) {
    const [, until = "", seal = ""] = /^([0-9a-z]{1,10})\.([\w-]{43})$/.exec(proof) ?? [];
    const expiresAt = Number.parseInt(until, 36);
    if (!(now < expiresAt)) return false;
    return timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(page, expiresAt)));
  },
};

/** 43 letters of base64url. */
function sealOf({ id, link }: OpenedPage, expiresAt: number): string {
  return createHmac("sha256", link.key).update(`${id}.${expiresAt}`).digest("base64url");
}
