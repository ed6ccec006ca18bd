import * as z from "zod/mini";
import type { Role } from "../../domain/staff/role.ts";
import { CampaignHistory, VersionShown } from "./campaign-history.ts";
import { campaignPath, campaignReaders } from "./campaign-routes.ts";
import {
  DecideDraftBody,
  DiscardDraftBody,
  Discarded,
  DraftShown,
  Drafts,
  draftBytesMax,
  PublishedDraft,
  SaveDraftBody,
} from "./drafts.ts";
import type { StaffRoute } from "./staff-route.ts";

/** Care managers write, approvers publish; who is both does not publish what they wrote. */
const writers: readonly Role[] = ["care-manager"];
const approvers: readonly Role[] = ["approver"];
const both: readonly Role[] = ["care-manager", "approver"];

const path = campaignPath;
const bodyBytesMax = 10_000;

/** Digits: a path is text. */
const versionPath = z.strictObject({
  ...campaignPath.shape,
  version: z.pipe(z.string().check(z.regex(/^[1-9]\d{0,5}$/)), z.transform(Number)),
});

/** What campaigns are to become, and what became of them. */
export const draftRoutes = {
  "GET /v1/drafts": { roles: both, bodyBytesMax: 0, answer: Drafts },
  "GET /v1/campaigns/{family}/{name}/draft": {
    ...{ roles: both, path, bodyBytesMax: 0 },
    answer: DraftShown,
  },
  "PUT /v1/campaigns/{family}/{name}/draft": {
    ...{ roles: writers, path, bodyBytesMax: draftBytesMax },
    ...{ body: SaveDraftBody, answer: DraftShown },
  },
  "POST /v1/campaigns/{family}/{name}/draft/submit": {
    ...{ roles: writers, path, bodyBytesMax },
    ...{ body: DecideDraftBody, answer: DraftShown },
  },
  "POST /v1/campaigns/{family}/{name}/draft/discard": {
    ...{ roles: writers, path, bodyBytesMax },
    ...{ body: DiscardDraftBody, answer: Discarded },
  },
  "POST /v1/campaigns/{family}/{name}/draft/return": {
    ...{ roles: approvers, path, bodyBytesMax },
    ...{ body: DecideDraftBody, answer: DraftShown },
  },
  "POST /v1/campaigns/{family}/{name}/draft/publish": {
    ...{ roles: approvers, path, bodyBytesMax },
    ...{ body: DecideDraftBody, answer: PublishedDraft },
  },
  "GET /v1/campaigns/{family}/{name}/versions": {
    ...{ roles: campaignReaders, path, bodyBytesMax: 0 },
    answer: CampaignHistory,
  },
  "GET /v1/campaigns/{family}/{name}/versions/{version}": {
    ...{ roles: campaignReaders, path: versionPath, bodyBytesMax: 0 },
    answer: VersionShown,
  },
} as const satisfies Readonly<Record<string, StaffRoute>>;
