import { useCallback, useMemo } from "react";
import * as z from "zod/mini";
import type { DraftShown } from "#contracts/api/drafts";
import { useDraft } from "../parts/draft.ts";

/** What somebody has written and not saved, and over which draft they wrote it. */
const Kept = z.object({
  version: z.int(),
  basedOn: z.int(),
  texts: z.record(z.string(), z.string()),
});
export type Kept = z.infer<typeof Kept>;

/**
 * The words on the desk: as they were saved, or as they are being written. What is written stays in this
 * tab until it was saved, whatever anybody else saves meanwhile.
 */
export function useKeptTexts(draft: DraftShown) {
  const [stored, store] = useDraft(`campaign.${draft.campaign}`);
  const kept = useMemo(() => keptIn(stored), [stored]);
  const { version, basedOn, texts } = kept ?? draft;
  const write = useCallback(
    (next: Kept | undefined) => store(next === undefined ? "" : JSON.stringify(next)),
    [store],
  );
  return {
    ...{ version, basedOn, texts, write },
    isWritten: kept !== undefined,
    /** Somebody saved, published or threw away what this was written over. */
    isBehind: kept !== undefined && kept.version !== draft.version,
  };
}

function keptIn(stored: string): Kept | undefined {
  if (stored === "") return undefined;
  try {
    return Kept.parse(JSON.parse(stored));
  } catch {
    // Of another release of this page: there is nothing that it could be read as.
    return undefined;
  }
}
