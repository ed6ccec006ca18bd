/** The offset of a line and column, both from 1, as editors count; within the text whatever they say. */
export function offsetOf(text: string, line: number, column: number): number {
  let from = 0;
  for (let left = line - 1; left > 0; left--) {
    const end = text.indexOf("\n", from);
    if (end < 0) break;
    from = end + 1;
  }
  const end = text.indexOf("\n", from);
  return Math.min(from + column - 1, end < 0 ? text.length : end);
}

/** To the end of the word that begins there, or of one character. */
export function endOfWord(text: string, from: number): number {
  const word = /^[^\s:,{}[\]]+/.exec(text.slice(from, from + 200))?.[0] ?? "";
  return Math.min(text.length, from + Math.max(1, word.length));
}
