import optOutData from "./opt-out.json" with { type: "json" };
import repliesData from "./replies.json" with { type: "json" };
import type { OptOutWords, ReplyEntry, ReplyWords } from "./reply-entry.ts";

export const optOutWords = optOutData as OptOutWords;
export const replyWords = repliesData as ReplyWords;

/** All phrases that replies are searched for besides red flags. */
export const replyEntries: readonly ReplyEntry[] = [
  ...[...optOutWords.frames, ...replyWords.phrases].map((entry) => ({
    ...entry,
    kind: "reply" as const,
  })),
  ...Object.entries(replyWords.languages.names).flatMap(([code, names]) => languageOf(code, names)),
];

function languageOf(code: string, names: string): readonly ReplyEntry[] {
  const { frames, notFrames } = replyWords.languages;
  const anyName = `(${listOf(names).join("|")})`;
  const naming = (written: readonly string[]) =>
    written.map((frame) => frame.replaceAll("{language}", anyName));
  const about = { kind: "reply", title: names, language: code } as const;
  return [
    { ...about, id: `language/${code}`, means: "language", phrases: naming(frames) },
    { ...about, id: `not-language/${code}`, means: "not-language", phrases: naming(notFrames) },
  ];
}

/** The members of a list divided by commas. */
export function listOf(written: string): readonly string[] {
  return written.split(",").map((member) => member.trim());
}
