import { answerKey } from "../api/use-answer.ts";

export interface CampaignPath extends Readonly<Record<string, string>> {
  readonly family: string;
  readonly name: string;
}

export const draftRoute = "/v1/campaigns/{family}/{name}/draft";

/** All that is old once a draft was changed. */
export function outdatedByDraft(path: CampaignPath) {
  return [answerKey(`GET ${draftRoute}`, path), answerKey("GET /v1/drafts")];
}

/** And once it was published. */
export function outdatedByPublishing(path: CampaignPath) {
  return [
    ...outdatedByDraft(path),
    answerKey("GET /v1/campaigns"),
    answerKey("GET /v1/campaigns/{family}/{name}", path),
    answerKey("GET /v1/campaigns/{family}/{name}/versions", path),
  ];
}
