import type { Word } from "./normalise.ts";
import type { Entry } from "./phrase.ts";
import type { PieceRule, Rule } from "./rules.ts";

/** Indices of words, `end` exclusive. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** One phrase of one entry, found. */
export interface Found<E extends Entry> {
  readonly entry: E;
  /** In the order of the text. Words between two of them belong to neither. */
  readonly runs: readonly Run[];
  readonly start: number;
  readonly end: number;
  /** Words in the runs: what "longest match" compares. */
  readonly size: number;
}

/** Adds every place where all pieces of the rule stand close enough to one of its first. */
export function findRule<E extends Entry>(
  rule: Rule<E>,
  text: { of(piece: PieceRule): readonly Run[] },
  words: readonly Word[],
  found: Found<E>[],
): void {
  const [first, ...others] = rule.pieces.map((piece) => ({
    runs: text.of(piece),
    longest: piece.longest,
  }));
  for (const run of first?.runs ?? []) {
    const chosen: Run[] = [run];
    for (const piece of others) {
      const near = nearest(piece, chosen, rule.within, words);
      if (near === undefined) break;
      chosen.push(near);
    }
    if (chosen.length === rule.pieces.length) {
      chosen.sort((left, right) => left.start - right.start);
      found.push(foundIn(rule.entry, chosen));
    }
  }
}

export function foundIn<E extends Entry>(entry: E, pieces: readonly Run[]): Found<E> {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last !== undefined && last.end === piece.start) {
      runs[runs.length - 1] = { start: last.start, end: piece.end };
    } else {
      runs.push(piece);
    }
  }
  const start = runs[0]?.start ?? 0;
  const end = runs.at(-1)?.end ?? start;
  const size = runs.reduce((sum, run) => sum + run.end - run.start, 0);
  return { entry, runs, start, end, size };
}

/** The closest run that overlaps none of those chosen; `others` are in the order of the text. */
function nearest(
  { runs: others, longest }: { readonly runs: readonly Run[]; readonly longest: number },
  chosen: readonly Run[],
  within: number | undefined,
  words: readonly Word[],
): Run | undefined {
  if (within === undefined) {
    return others.find((run) => chosen.every((taken) => !overlaps(run, taken)));
  }
  let best: Run | undefined;
  let bestGap = within + 1;
  for (const taken of chosen) {
    const sentence = words[taken.start]?.sentence;
    for (let index = firstFrom(others, taken.start - within - longest); ; index += 1) {
      const run = others[index];
      if (run === undefined || run.start - taken.end > within) {
        break;
      }
      const gap = Math.max(run.start - taken.end, taken.start - run.end);
      const isFree = chosen.every((other) => !overlaps(run, other));
      if (isFree && gap < bestGap && words[run.start]?.sentence === sentence) {
        best = run;
        bestGap = gap;
      }
    }
  }
  return best;
}

function overlaps(left: Run, right: Run): boolean {
  return left.start < right.end && right.start < left.end;
}

/** Index of the first run that starts at or after `word`. */
function firstFrom(runs: readonly Run[], word: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
