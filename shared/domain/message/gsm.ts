import { septetsOf } from "./segments.ts";

/** Typography that word processors put in and GSM-7 lacks, with what a reader takes for the same. */
const plain: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["‘’‚‛′´`ʼ＇", "'"],
    ["“”„‟″«»＂", '"'],
    ["‐‑‒–—―−•·", "-"],
    [
      "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t",
      " ",
    ],
    ["\u00AD\u200B\u200C\u200D\u2060\uFEFF\uFE0E", ""],
    ["\u2028\u2029", "\n"],
    ["…", "..."],
    ["ªᵃ", "a"],
    ["ºᵒ°", "o"],
    ["½", "1/2"],
    ["¼", "1/4"],
    ["¾", "3/4"],
    ["×", "x"],
    ["÷⁄", "/"],
    ["™", "(TM)"],
    ["®", "(R)"],
    ["©", "(C)"],
    ["œ", "oe"],
    ["Œ", "OE"],
  ].flatMap(([from, to]) => [...(from as string)].map((character) => [character, to as string])),
);

/**
 * The text in GSM-7 where that can be: smart quotes, dashes, ellipsis, odd spaces, full-width forms
 * and Latin-1 letters whose accent the alphabet lacks (á í ó ú → a i o u, ç → c) are written plainly;
 * what it has (é ñ ü à ò ¿ ¡) stays. One accent left in costs 90 characters of a text of 160, and
 * Spanish needs four of them. Where a single character has no plain reading (an emoji, another
 * script, Vietnamese tones) the text is UCS-2 in any case, so it comes back with every accent it
 * had. Applying it twice changes nothing.
 */
export function toGsm(text: string): string {
  let result = "";
  for (const character of text.normalize("NFC")) {
    const written = gsmOf(character);
    if (written === undefined) return text;
    result += written;
  }
  return result;
}

function gsmOf(character: string): string | undefined {
  if (septetsOf(character) !== undefined) return character;
  const mapped = plain[character];
  if (mapped !== undefined) return mapped;
  if (!/^[\u00C0-\u00FF\uFF01-\uFF5E]$/.test(character)) return undefined;
  const bare = character.normalize("NFKD").replace(/\p{Mn}/gu, "");
  return septetsOf(bare) === undefined ? undefined : bare;
}
