import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { DraftShown } from "#contracts/api/drafts";
import { useAct } from "../api/use-act.ts";
import { answerKey } from "../api/use-answer.ts";
import { type CampaignPath, draftRoute, outdatedByDraft } from "./draft-keys.ts";
import type { useKeptTexts } from "./use-kept-texts.ts";

/**
 * Saves what is on the desk over what was seen. What is typed while it is on its way stays, over the
 * draft that comes of it; where somebody was faster, all of it stays.
 */
export function useSaving(
  path: CampaignPath,
  draft: DraftShown,
  kept: ReturnType<typeof useKeptTexts>,
) {
  const answers = useQueryClient();
  const saving = useAct(`PUT ${draftRoute}`, { path, outdates: outdatedByDraft(path) });
  const written = useRef(kept.texts);
  useEffect(() => {
    written.current = kept.texts;
  }, [kept.texts]);
  const save = (live: number) => {
    const { version, texts } = kept;
    // Whoever saves has the live version before them: from then on it is what the draft is made of.
    const basedOn = draft.live === undefined ? kept.basedOn : live;
    saving.mutate(
      { version, basedOn, texts },
      {
        onSuccess: (saved) => {
          answers.setQueryData([...answerKey(`GET ${draftRoute}`, path), {}], saved);
          const isAll = JSON.stringify(written.current) === JSON.stringify(texts);
          const more = { version: saved.version, basedOn, texts: written.current };
          kept.write(isAll ? undefined : more);
        },
      },
    );
  };
  return { ...saving, save };
}
