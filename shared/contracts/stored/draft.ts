import * as z from "zod/mini";
import type { DraftHead, PublishedVersion } from "../../ports.ts";
import { instant } from "../ids.ts";

const Deed = z.object({
  user: z.string(),
  name: z.string(),
  at: instant,
  why: z.exactOptional(z.string()),
});

const texts = z.record(z.string(), z.string());

const links = z.exactOptional(
  z.object({ domains: z.array(z.string()), pages: z.exactOptional(z.string()) }),
);

/** The files, of a draft and of a published version. */
export const StoredTexts = z.object({ texts, links });

export const StoredDraftHead: z.ZodMiniType<DraftHead> = z.object({
  campaign: z.string(),
  version: z.int(),
  basedOn: z.int(),
  authors: z.array(z.string()),
  saved: Deed,
  submitted: z.exactOptional(Deed),
  returned: z.exactOptional(Deed),
});

export const StoredOriginHead: z.ZodMiniType<PublishedVersion> = z.object({
  version: z.int(),
  at: instant,
  staff: z.exactOptional(z.object({ draft: z.int(), submitted: Deed, published: Deed })),
});
