/**
 * A 53-bit digest of a text (two interleaved multiply-xorshift lanes), stable on every machine.
 * For spreading, sharding, sampling and telling inputs apart; not for secrets.
 */
export function digestNumber(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (low >>> 0) * 0x200000 + (high >>> 11);
}

/** The digest as 11 base-36 letters, for ledger rows and ids. */
export function digest(text: string): string {
  return digestNumber(text).toString(36).padStart(11, "0");
}

/** A number in [0, 1) that depends on nothing but the text: chance that can be repeated. */
export function chance(text: string): number {
  return digestNumber(text) / 2 ** 53;
}
