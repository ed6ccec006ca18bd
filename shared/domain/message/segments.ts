export interface SegmentCount {
  readonly encoding: "GSM-7" | "UCS-2";
  /** Texts that the carrier sends and bills; an empty message is still one. */
  readonly segments: number;
  /** Septets in GSM-7 (an escaped character is two), UTF-16 code units in UCS-2. */
  readonly units: number;
}

/** The GSM 7 bit default alphabet, 3GPP TS 23.038 §6.2.1, without the escape to the extension. */
const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);

/** Its extension table, 3GPP TS 23.038 §6.2.1.1: each takes an escape and a septet. */
const extension = new Set("\f^{}\\[~]|€");

/** 140 octets of user data; a part of several gives 6 of them to the concatenation header
 * (3GPP TS 23.040 §9.2.3.24.1). */
const capacity = {
  "GSM-7": { single: 160, part: 153 },
  "UCS-2": { single: 70, part: 67 },
} as const;

/** Septets of one code point in GSM-7, or undefined when it has none there. */
export function septetsOf(character: string): 1 | 2 | undefined {
  if (basic.has(character)) return 1;
  return extension.has(character) ? 2 : undefined;
}

/**
 * How a text travels by SMS. It is GSM-7 when every character is in that alphabet (no national
 * language tables, no transliteration on the way), else UCS-2. A character of two units (an escape
 * pair, a surrogate pair) is never split: it moves whole to the next part, so that a long text can
 * need more parts than its units alone would say.
 */
export function segments(text: string): SegmentCount {
  const sizes: number[] = [];
  let encoding: SegmentCount["encoding"] = "GSM-7";
  for (const character of text) {
    const septets = septetsOf(character);
    if (septets === undefined) encoding = "UCS-2";
    sizes.push(septets ?? 0);
  }
  if (encoding === "UCS-2") {
    let index = 0;
    for (const character of text) sizes[index++] = character.length;
  }
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { single, part } = capacity[encoding];
  return { encoding, segments: units <= single ? 1 : parts(sizes, part), units };
}

function parts(sizes: readonly number[], perPart: number): number {
  let count = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > perPart) {
      count++;
      used = 0;
    }
    used += size;
  }
  return count;
}
