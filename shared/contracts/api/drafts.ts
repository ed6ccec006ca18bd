import * as z from "zod/mini";
import { problemsToldMax } from "../../domain/limits.ts";
import { campaignId, version } from "../ids.ts";
import { date, moment, staffId } from "./shown.ts";

/** All that one draft may hold as it is sent, in bytes: ten times the largest campaign that is known. */
export const draftBytesMax = 250_000;

/** Its definition, its words by language, and the rules that it names. */
const fileName = z
  .string()
  .check(z.regex(/^(campaign|messages\/[a-z]{2,3}|rules\/[a-z][a-z0-9-]{0,63})\.yaml$/));

/** Of one file: it is read and checked in a moment up to there, whatever it holds. */
const text = z.string().check(z.maxLength(40_000));

/** Files by name. */
const Texts = z
  .record(fileName, text)
  .check(z.refine((files) => "campaign.yaml" in files && Object.keys(files).length <= 40));

const why = z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000));

/** Who did it, when, and why. */
const Deed = z.object({
  user: staffId,
  name: z.string(),
  at: moment,
  why: z.exactOptional(z.string()),
});
export type DeedShown = z.infer<typeof Deed>;

/** One thing that is wrong with the files: what `rounds check` says of them. */
const DraftProblem = z.object({
  file: z.string(),
  /** Counted from 1. */
  line: z.int(),
  column: z.int(),
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  /** What is wrong, then what to do. */
  message: z.string(),
});

const DraftHeadShown = z.object({
  campaign: campaignId,
  /** To be said by whoever changes it; 0 while nothing was saved. */
  version: z.int(),
  /** The live version that it was begun from; 0 where there was none. */
  basedOn: z.int(),
  state: z.enum(["open", "submitted"]),
  saved: z.exactOptional(Deed),
  submitted: z.exactOptional(Deed),
  /** An approver gave it back. */
  returned: z.exactOptional(Deed),
  /** Whether it is theirs who ask: then somebody else publishes it. */
  isOwn: z.boolean(),
});
export type DraftHeadShown = z.infer<typeof DraftHeadShown>;

/** By campaign. */
export const Drafts = z.object({ drafts: z.array(DraftHeadShown) });

/** What the check knows besides the files, so that the page that is written in can make it, too. */
const Around = z.object({
  today: date,
  /** Those that there are lists for, with what they are called in each language. */
  concepts: z.array(
    z.object({
      name: z.string(),
      title: z.exactOptional(z.string()),
      titles: z.exactOptional(z.record(z.string(), z.string())),
    }),
  ),
  domains: z.array(z.string()),
  pages: z.exactOptional(z.string()),
});
export type Around = z.infer<typeof Around>;

export const DraftShown = z.object({
  ...DraftHeadShown.shape,
  texts: Texts,
  /** The first of them, by their places. */
  problems: z.array(DraftProblem).check(z.maxLength(problemsToldMax)),
  /** The version that is live now, and its files; none of a campaign that is new. */
  live: z.exactOptional(z.object({ version, texts: z.exactOptional(Texts) })),
  around: Around,
});
export type DraftShown = z.infer<typeof DraftShown>;

/** With the version that was seen and the live one that was known. The same again changes nothing. */
export const SaveDraftBody = z.strictObject({
  version: z.int().check(z.minimum(0)),
  basedOn: z.int().check(z.minimum(0)),
  texts: Texts,
});
export type SaveDraftBody = z.infer<typeof SaveDraftBody>;

/** With the version that was seen, and why: it is kept with the version that comes of it. */
export const DecideDraftBody = z.strictObject({ version: z.int(), why });
export type DecideDraftBody = z.infer<typeof DecideDraftBody>;

export const DiscardDraftBody = z.strictObject({ version: z.int() });
export type DiscardDraftBody = z.infer<typeof DiscardDraftBody>;

export const Discarded = z.object({ campaign: campaignId });

export const PublishedDraft = z.object({ campaign: campaignId, version });
export type PublishedDraft = z.infer<typeof PublishedDraft>;
