/**
 * A name as it is looked for: without accents, case, punctuation and spaces, in any script.
 * `O'Brien-Núñez` and `OBRIEN NUNEZ` are one; empty where nothing is left.
 */
export function nameKey(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether a given name begins as was asked. */
export function isGivenName(given: string, asked: string): boolean {
  return nameKey(given).startsWith(nameKey(asked));
}
