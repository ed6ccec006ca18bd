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

/** One `messages/<language>.yaml`: message keys, and the two credits beside them. */
export interface MessageFile {
  readonly translatedBy?: string;
  readonly reviewedBy?: string;
  readonly messages: Readonly<Record<string, MessageDefinition>>;
}

export function isCredit(key: string): boolean {
  return (messageFileCredits as readonly string[]).includes(key);
}

/** Nobody has signed yet: `open; a qualified translator signs here before patients are contacted`. */
export function isOpen(credit: string): boolean {
  return /^open\b/i.test(credit.trim());
}
