import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSignedIn } from "../session/session-context.ts";

/** Ways to see what a campaign would do, for whoever may ask. */
export function LookAhead({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  if (!me.roles.some((role) => role === "care-manager" || role === "approver")) return null;
  return (
    <div className="row">
      <Link className="card-link" to={`/campaigns/${campaign}/preview`}>
        {t(($) => $.campaign.preview)}
      </Link>
      <Link className="card-link" to={`/campaigns/${campaign}/forecast`}>
        {t(($) => $.campaign.forecast)}
      </Link>
    </div>
  );
}
