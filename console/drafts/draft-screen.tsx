import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Failure } from "../parts/failure.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useSignedIn } from "../session/session-context.ts";
import { DraftDesk } from "./draft-desk.tsx";
import { draftRoute } from "./draft-keys.ts";
import { DraftReview } from "./draft-review.tsx";
import { DraftStanding } from "./draft-standing.tsx";
import "./drafts.css";

/** What a campaign is to become: care managers write it, approvers see the difference and decide. */
export function DraftScreen() {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  const { family = "", name = "" } = useParams();
  const path = { family, name };
  const { data, error, refetch } = useAnswer(`GET ${draftRoute}`, { path });
  if (data === undefined) {
    return error === null ? <Waiting /> : <Failure of={error} retry={() => void refetch()} />;
  }
  return (
    <SpaceBetween size="l">
      <Link className="card-link" to="/campaigns">
        {t(($) => $.campaign.back)}
      </Link>
      <Header variant="h1" description={data.campaign}>
        {t(($) => $.drafts.title)}
      </Header>
      <DraftStanding draft={data} />
      {me.roles.includes("approver") && data.version > 0 && (
        <DraftReview key={data.version} path={path} draft={data} />
      )}
      {me.roles.includes("care-manager") && (
        <DraftDesk key={data.campaign} path={path} draft={data} />
      )}
    </SpaceBetween>
  );
}
