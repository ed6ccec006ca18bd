import * as z from "zod";

const text = z.string().trim().min(1, { error: "has no words" });

/** The words for one key in one language, by channel. */
export const MessageDefinition = z.strictObject({
  sms: text.optional(),
  email: z.strictObject({ subject: text, text }).optional(),
  voice: text.optional(),
});
export type MessageDefinition = z.infer<typeof MessageDefinition>;

/**
 * Who answers for a translation. 45 CFR 92.201(c)(3): machine translation of text that matters
 * must be reviewed by a qualified human translator.
 */
export const messageFileCredits = ["translatedBy", "reviewedBy"] as const;

/** Keys of a message file that are no messages: who signs for it, and what it translates. */
const headKeys: readonly string[] = [...messageFileCredits, "translates"];

export function isHeadKey(key: string): boolean {
  return headKeys.includes(key);
}

/** One `messages/<language>.yaml`: message keys, and what stands beside them. */
export interface MessageFile {
  readonly translatedBy?: string;
  readonly reviewedBy?: string;
  /** The digest of the English texts that it was made from: `translation.ts`. */
  readonly translates?: string;
  readonly messages: Readonly<Record<string, MessageDefinition>>;
}

/** Nobody has signed yet: `open; a qualified translator signs here before patients are contacted`. */
export function isOpen(credit: string): boolean {
  return /^open\b/i.test(credit.trim());
}
