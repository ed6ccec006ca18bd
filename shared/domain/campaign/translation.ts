import { digest } from "../record/digest.ts";
import type { Sketch } from "./sketch.ts";
import { wordingsOf } from "./wording.ts";

/**
 * What a translation is locked to: `en-` and the digest of every English text, whatever the order
 * of the keys and however the lines are broken. The prefix keeps YAML from reading a number.
 */
export function englishDigest(drawn: Sketch): string {
  const texts = wordingsOf(drawn, "en").map(
    ({ path, text }) => `${path.join("/")} ${text.replace(/\s+/g, " ").trim()}`,
  );
  return `en-${digest(texts.toSorted().join("\n"))}`;
}
