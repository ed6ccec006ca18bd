import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type DraftShown, draftBytesMax } from "#contracts/api/drafts";
import { useAct } from "../api/use-act.ts";
import { Acting } from "../parts/acting.tsx";
import { useTell } from "../parts/notices.tsx";
import { Confirm } from "../switches/confirm.tsx";
import { DecideButton } from "./decide-button.tsx";
import { type CampaignPath, draftRoute, outdatedByDraft } from "./draft-keys.ts";
import type { useKeptTexts } from "./use-kept-texts.ts";
import { useSaving } from "./use-saving.ts";

interface DeskActionsProps {
  readonly path: CampaignPath;
  readonly draft: DraftShown;
  readonly kept: ReturnType<typeof useKeptTexts>;
  readonly problems: DraftShown["problems"];
}

/** Save, submit, throw away: and whether what is written is saved. */
export function DeskActions({ path, draft, kept, problems }: DeskActionsProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  const [isDiscarding, setDiscarding] = useState(false);
  const saving = useSaving(path, draft, kept);
  const submitting = useAct(`POST ${draftRoute}/submit`, { path, outdates: outdatedByDraft(path) });
  const discarding = useAct(`POST ${draftRoute}/discard`, {
    path,
    outdates: outdatedByDraft(path),
  });
  const { version, live, state } = draft;
  const isSound = problems.every(({ severity }) => severity === "warning");
  const isSaved = version > 0 && !kept.isWritten;
  const isOvertaken = live !== undefined && kept.basedOn !== live.version;
  const bytes = new TextEncoder().encode(JSON.stringify(kept.texts)).length;
  const isTooLarge = bytes > draftBytesMax - 200;
  return (
    <SpaceBetween size="s">
      <Acting of={[saving, submitting, discarding]} />
      {isTooLarge && <Alert type="error">{t(($) => $.problem["too-large"])}</Alert>}
      <SpaceBetween size="xs" direction="horizontal" alignItems="center">
        <Button
          variant={isSaved ? "normal" : "primary"}
          disabled={kept.isBehind || isTooLarge || (isSaved && !isOvertaken)}
          loading={saving.isPending}
          onClick={() => saving.save(live?.version ?? 0)}
        >
          {t(($) => $.drafts.save)}
        </Button>
        <DecideButton
          verb={t(($) => $.drafts.submit)}
          title={t(($) => $.drafts.submitTitle)}
          words={t(($) => $.drafts.submitWords)}
          variant={isSaved ? "primary" : "normal"}
          disabled={!isSaved || !isSound || isOvertaken || state === "submitted"}
          loading={submitting.isPending}
          decide={(why) =>
            submitting.mutate(
              { version, why },
              { onSuccess: () => tell(t(($) => $.drafts.isSubmitted)) },
            )
          }
        />
        {version > 0 && (
          <Button onClick={() => setDiscarding(true)} loading={discarding.isPending}>
            {t(($) => $.drafts.discard)}
          </Button>
        )}
        <StatusIndicator type={kept.isWritten ? "pending" : "success"}>
          {t(($) => $.drafts[kept.isWritten ? "unsaved" : version > 0 ? "saved" : "untouched"])}
        </StatusIndicator>
      </SpaceBetween>
      <Confirm
        isOpen={isDiscarding}
        title={t(($) => $.drafts.discardTitle)}
        words={t(($) => $.drafts.discardWords)}
        verb={t(($) => $.drafts.discard)}
        dismiss={() => setDiscarding(false)}
        confirm={() => {
          setDiscarding(false);
          discarding.mutate(
            { version },
            {
              onSuccess: () => {
                kept.write(undefined);
                tell(t(($) => $.drafts.isDiscarded));
                navigate("/campaigns");
              },
            },
          );
        }}
      />
    </SpaceBetween>
  );
}
