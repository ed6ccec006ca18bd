import * as z from "zod/mini";
import type { PageAsks, PageLink } from "../../domain/page/page-link.ts";
import type { PageWord, PageWordKind } from "../../domain/page/page-word.ts";
import { organizationId, patientId } from "../ids.ts";

/** A page's link as stored, without what is read apart: what it asks, and until when. */
export const StoredPageLink: z.ZodMiniType<Omit<PageLink, "asks" | "expiresAt">> = z.object({
  purpose: z.literal("answer"),
  organization: organizationId,
  patient: patientId,
  touch: z.string().check(z.minLength(1)),
  channel: z.literal(["sms", "email"]),
  language: z.exactOptional(z.string()),
  key: z.string().check(z.minLength(22)),
});

/**
 * What a page asks and what was said on it, as stored: JSON that a release of ours wrote and nobody else
 * can. Looked at in outline and by hand, for whoever opens a page waits for each kind of check to load.
 * `undefined` for anything else.
 */
export function readPageAsks(text: string): PageAsks | undefined {
  const { choices, channels, offsetMinutes, offersCall } = objectIn(text);
  const isWhole =
    Array.isArray(choices) &&
    choices.every((choice: unknown) => {
      const { name, words } = Object(choice);
      return [name, words?.en, words?.es].every((part) => typeof part === "string");
    }) &&
    Array.isArray(channels) &&
    Number.isFinite(offsetMinutes) &&
    typeof offersCall === "boolean";
  return isWhole ? (objectIn(text) as unknown as PageAsks) : undefined;
}

/** What each kind of word cannot be without. */
const needed: Readonly<Record<PageWordKind, string | undefined>> = {
  answer: "answer",
  call: undefined,
  language: "language",
  channel: "channel",
};

export function readPageWord(text: string, kind: PageWordKind): PageWord | undefined {
  const word = objectIn(text);
  const field = needed[kind];
  const isWhole = word["is"] === kind && (field === undefined || typeof word[field] === "string");
  return isWhole ? (word as unknown as PageWord) : undefined;
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
