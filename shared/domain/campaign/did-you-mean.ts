/** Single-character edits (insert, delete, replace, swap of neighbours) between two words. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let best = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? best) + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

/** The known word that was probably meant: at most 2 edits away, or 3 for long words. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > 3) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const most = candidate.length >= 10 ? 3 : candidate.length <= 3 ? 1 : 2;
    if (distance <= most && (!best || distance < best.distance))
      best = { word: candidate, distance };
  }
  return best?.word;
}

/** ` Did you mean …?`, or what there is to choose from, or nothing. */
export function suggestion(word: string, known: Iterable<string>): string {
  const all = [...known];
  const meant = nearest(word, all);
  if (meant !== undefined) return ` Did you mean \`${meant}\`?`;
  if (all.length === 0 || all.length > 24) return "";
  return ` Known here: ${all.map((each) => `\`${each}\``).join(", ")}.`;
}
