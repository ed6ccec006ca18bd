import { randomBytes } from "node:crypto";
import type { TokenSource } from "../ports.ts";

/** 128 bits of the operating system's own chance, the least for what stands in a link (OWASP ASVS 5, 11.5.1). */
const tokenBytes = 16;

export const randomTokens: TokenSource = {
  next: () => randomBytes(tokenBytes).toString("base64url"),
};
