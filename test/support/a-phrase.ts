import type { Meaning, ReplyEntry } from "../../shared/domain/reply/reply-entry.ts";
import type { Found } from "../../shared/domain/triage/found.ts";

/** What the words from `start` to before `end` are found to mean. */
export function aPhrase(
  means: Meaning,
  [start, end]: readonly [start: number, end: number],
  overrides: Partial<ReplyEntry> = {},
): Found<ReplyEntry> {
  const entry = {
    kind: "reply",
    id: `${means}/here`,
    means,
    title: means,
    language: "en",
  } as const;
  return {
    entry: { ...entry, phrases: [], ...overrides },
    runs: [{ start, end }],
    start,
    end,
    size: end - start,
  };
}
