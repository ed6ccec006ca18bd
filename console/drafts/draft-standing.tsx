import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import type { DraftShown } from "#contracts/api/drafts";
import { useFormats } from "../words/use-formats.ts";

/** Where a draft stands: who has to do what, and what was said. */
export function DraftStanding({ draft }: { readonly draft: DraftShown }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { version, saved, submitted, returned, live } = draft;
  const said = (deed: { readonly name: string; readonly at: string; readonly why?: string }) => ({
    ...{ name: deed.name, at: moment(deed.at), why: deed.why ?? "" },
  });
  return (
    <SpaceBetween size="s">
      {version === 0 && <Alert>{t(($) => $.drafts[live ? "beginsFrom" : "beginsAnew"])}</Alert>}
      {saved !== undefined && submitted === undefined && (
        <p>{t(($) => $.drafts.savedBy, said(saved))}</p>
      )}
      {submitted !== undefined && (
        <Alert header={t(($) => $.drafts.waits)}>
          {t(($) => $.drafts.submittedBy, said(submitted))}
        </Alert>
      )}
      {returned !== undefined && (
        <Alert type="warning" header={t(($) => $.drafts.givenBack)}>
          {t(($) => $.drafts.returnedBy, said(returned))}
        </Alert>
      )}
    </SpaceBetween>
  );
}
