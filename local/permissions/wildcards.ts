/**
 * Whether the text is of the pattern: `*` stands for any characters or none, `?` for exactly one.
 * It goes back to the last `*` only, so that no pattern makes it slow.
 */
export function matchesWildcards(pattern: string, text: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let resumeAt = 0;
  while (at < text.length) {
    const wanted = pattern[next];
    if (wanted === "*") {
      star = next;
      next += 1;
      resumeAt = at;
    } else if (wanted === "?" || wanted === text[at]) {
      next += 1;
      at += 1;
    } else if (star >= 0) {
      resumeAt += 1;
      at = resumeAt;
      next = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[next] === "*") next += 1;
  return next === pattern.length;
}
