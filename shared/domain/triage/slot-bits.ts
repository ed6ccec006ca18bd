/** Whether this slot is one of the set, which has one bit for each. */
export function hasBit(bits: Uint32Array, slot: number): boolean {
  return ((bits[slot >> 5] ?? 0) & (1 << (slot & 31))) !== 0;
}

/** The slots of any of these sets, which are of one length. */
export function union(sets: readonly Uint32Array[]): Uint32Array {
  const [first = new Uint32Array(0), ...rest] = sets;
  const all = first.slice();
  for (const bits of rest) {
    for (let at = 0; at < all.length; at += 1) all[at] = (all[at] ?? 0) | (bits[at] ?? 0);
  }
  return all;
}
