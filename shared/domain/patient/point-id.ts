import type { PointId } from "./contact-point.ts";

/**
 * The id of an address: the same address gives the same id, whoever owns it and whatever kind it
 * was said to be, which is how a phone that serves several people is found. The organization
 * keeps ids apart in every key, so equal ids of two organizations never meet.
 *
 * FNV-1a with 64 bits, in two halves of 32, written in base 36 (13 characters at the most). The id
 * is opaque, not secret: who holds a list of numbers could find it again, so it is treated as an
 * identifier and stays out of logs where an address would.
 *
 * @param address E.164 (`+14255550182`) or a mail address in lower case.
 */
export function pointId(address: string): PointId {
  let low = 0x84222325;
  let high = 0xcbf29ce4;
  for (let i = 0; i < address.length; i++) {
    low = (low ^ address.charCodeAt(i)) >>> 0;
    // Times the FNV prime 2^40 + 0x1b3, kept to 64 bits.
    const product = low * 0x1b3;
    const carry = Math.floor(product / 0x1_0000_0000);
    high = (Math.imul(high, 0x1b3) + Math.imul(low, 0x100) + carry) >>> 0;
    low = product >>> 0;
  }
  return ((BigInt(high) << 32n) | BigInt(low)).toString(36);
}
