import type { TouchKey } from "../domain/record/touch.ts";

/** A SES message tag. Values hold letters, digits, `_` and `-` only, at most 256 of them. */
export interface MessageTag {
  readonly name: string;
  readonly value: string;
}

const valueLengthMax = 256;
const tagNames = ["touch", "touch-2", "touch-3"] as const;

/**
 * The touch key as SES message tags. The key's `/` is not allowed in a tag, so it goes as
 * base64url; a key longer than 192 characters takes a second tag.
 * Source: Amazon SES API v2 Reference, `MessageTag`.
 */
export function touchTags(key: TouchKey): readonly MessageTag[] {
  const text = Buffer.from(key, "utf8").toString("base64url");
  return tagNames
    .map((name, index) => ({
      name,
      value: text.slice(index * valueLengthMax, (index + 1) * valueLengthMax),
    }))
    .filter((tag) => tag.value !== "");
}

/** The inverse, from the tags of a SES event, whose values are lists. */
export function touchOfTags(
  tags: Readonly<Record<string, readonly string[]>>,
): TouchKey | undefined {
  const text = tagNames.map((name) => tags[name]?.[0] ?? "").join("");
  return text === "" ? undefined : Buffer.from(text, "base64url").toString("utf8");
}
