import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSignedIn } from "../session/session-context.ts";

/** From a campaign to what it is to become, for those who work on that, and to what it was. */
export function DraftLinks({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  const mayDraft = me.roles.some((role) => role === "care-manager" || role === "approver");
  return (
    <SpaceBetween size="m" direction="horizontal">
      {mayDraft && (
        <Link className="card-link" to={`/campaigns/${campaign}/draft`}>
          {t(($) => $.drafts.open)}
        </Link>
      )}
      <Link className="card-link" to={`/campaigns/${campaign}/history`}>
        {t(($) => $.history.title)}
      </Link>
    </SpaceBetween>
  );
}
