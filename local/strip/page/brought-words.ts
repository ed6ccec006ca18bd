import type { Brought } from "../shown.ts";
import { listOf } from "./formats.ts";
import { fill, type Language, several, words } from "./words.ts";

const kinds = ["sms", "voice", "email", "answers", "tasks"] as const;

/** What a step brought, as a sentence; `time` is where it led. */
export function broughtWords(language: Language, brought: Brought, time: string): string {
  const said = words[language];
  const parts = kinds.flatMap((kind) =>
    brought[kind] > 0 ? [several(said[kind], brought[kind])] : [],
  );
  if (parts.length === 0) return fill(said.cameNothing, { time });
  return fill(said.came, { time, list: listOf(language, parts) });
}
