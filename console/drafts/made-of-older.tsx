import Alert from "@cloudscape-design/components/alert";
import { useTranslation } from "react-i18next";
import type { DraftShown } from "#contracts/api/drafts";

interface MadeOfOlderProps {
  readonly live: DraftShown["live"];
  readonly basedOn: number;
}

/** Says so where another version went live than the one that somebody began from. */
export function MadeOfOlder({ live, basedOn }: MadeOfOlderProps) {
  const { t } = useTranslation();
  if (live === undefined || live.version === basedOn) return null;
  return (
    <Alert type="warning" header={t(($) => $.drafts.overtaken)}>
      {t(($) => $.drafts.overtakenWhy, { live: live.version, basedOn })}
    </Alert>
  );
}
