import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import type { DraftShown } from "#contracts/api/drafts";
import { FoldedDifference } from "./folded-difference.tsx";
import type { useKeptTexts } from "./use-kept-texts.ts";

interface OvertakenProps {
  /** As it is stored now. */
  readonly draft: DraftShown;
  readonly kept: ReturnType<typeof useKeptTexts>;
}

/** Somebody saved while this was being written: both are there, and the writer says which goes on. */
export function Overtaken({ draft, kept }: OvertakenProps) {
  const { t } = useTranslation();
  const { version, basedOn } = draft;
  return (
    <Alert
      type="warning"
      header={t(($) => $.drafts.savedMeanwhile)}
      action={
        <SpaceBetween size="xs" direction="horizontal">
          <Button onClick={() => kept.write(undefined)}>{t(($) => $.drafts.takeTheirs)}</Button>
          <Button onClick={() => kept.write({ version, basedOn, texts: kept.texts })}>
            {t(($) => $.drafts.keepMine)}
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="s">
        <Box>
          {draft.saved === undefined
            ? t(($) => $.drafts.goneMeanwhileWhy)
            : t(($) => $.drafts.savedMeanwhileWhy, { name: draft.saved.name })}
        </Box>
        <FoldedDifference
          title={t(($) => $.drafts.theirsAndMine)}
          before={draft.texts}
          after={kept.texts}
        />
      </SpaceBetween>
    </Alert>
  );
}
