/** Words that a rule matched, by their place in the text in UTF-16 units. */
export interface Match {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface Passage {
  readonly start: number;
  readonly words: string;
  /** The rules that matched here; none: plain text. */
  readonly rules: readonly string[];
}

/**
 * Cuts a text where matches begin and end, so that each passage is matched by the same rules. The
 * passages together are the text; matches may overlap, and one that lies outside is cut to it.
 */
export function passagesOf(text: string, matches: readonly Match[]): readonly Passage[] {
  const within = (place: number) => Math.min(Math.max(place, 0), text.length);
  const cuts = matches.flatMap(({ start, end }) => [within(start), within(end)]);
  const places = [...new Set([0, ...cuts, text.length])].toSorted((one, other) => one - other);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    const rules = matches.filter((match) => match.start <= start && match.end >= end);
    return { start, words: text.slice(start, end), rules: [...new Set(rules.map((m) => m.rule))] };
  });
}
