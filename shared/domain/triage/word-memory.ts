/** Words of many texts; past it the memory is begun anew, so that it cannot grow without end. */
export const rememberedWordsMax = 4_096;

/** Keeps what was found out about a word, and hands it back. */
export function remember<T>(memory: Map<string, T>, word: string, value: T): T {
  if (memory.size >= rememberedWordsMax) memory.clear();
  memory.set(word, value);
  return value;
}
