/**
 * The smallest number of people that is shown, besides none at all: a cell of one to ten may be
 * neither shown nor derived from what is shown beside it ("CMS Cell Size Suppression Policy",
 * ResDAC, 2024-01-26).
 */
export const smallestShown = 11;

/** A number of people, or `null` where it is not shown. */
export type Cell = number | null;

export function isSmall(count: number): boolean {
  return count > 0 && count < smallestShown;
}

/** One number that stands alone. */
export function shown(count: number): Cell {
  return isSmall(count) ? null : count;
}

/**
 * Parts of a total that is shown beside them. Small parts are hidden; and as many of the next
 * larger ones as it takes that what is hidden is at least two parts and no small number together,
 * for the total less the others tells what is hidden. A total that is small is hidden itself, with
 * all its parts.
 *
 * @returns the parts in their order. Parts of none are shown.
 */
export function shownParts(parts: readonly number[]): readonly Cell[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (isSmall(total)) return parts.map(() => null);
  const bySize = parts.map((_, index) => index).filter((index) => parts[index] !== 0);
  bySize.sort((a, b) => sizeOf(parts, a) - sizeOf(parts, b));
  const hidden = new Set<number>();
  let sum = 0;
  for (const index of bySize) {
    const size = sizeOf(parts, index);
    const isProtected = hidden.size !== 1 && !isSmall(sum);
    if (!isSmall(size) && isProtected) break;
    hidden.add(index);
    sum += size;
  }
  return parts.map((part, index) => (hidden.has(index) ? null : part));
}

function sizeOf(parts: readonly number[], index: number): number {
  return parts[index] ?? 0;
}
