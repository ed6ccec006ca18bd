import Box from "@cloudscape-design/components/box";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "#contracts/api/tasks";
import { useFormats } from "../words/use-formats.ts";

/** Who has a task, since when. */
export function Holder({ claim }: { readonly claim: TaskRow["claim"] }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  if (claim === undefined) {
    return <Box color="text-status-inactive">{t(($) => $.worklist.nobody)}</Box>;
  }
  const since = moment(claim.since);
  return (
    <Box fontWeight={claim.isMine ? "bold" : "normal"}>
      {claim.isMine
        ? t(($) => $.worklist.mine, { since })
        : t(($) => $.worklist.theirs, { name: claim.name, since })}
    </Box>
  );
}
