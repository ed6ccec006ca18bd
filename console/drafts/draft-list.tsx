import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Failure } from "../parts/failure.tsx";
import { useSignedIn } from "../session/session-context.ts";
import { useFormats } from "../words/use-formats.ts";
import { BeginCampaign } from "./begin-campaign.tsx";

/** What is being worked on and what waits for an approver; nothing for those who do neither. */
export function DraftList() {
  const { me } = useSignedIn();
  const mayDraft = me.roles.some((role) => role === "care-manager" || role === "approver");
  return mayDraft ? <Drafts mayBegin={me.roles.includes("care-manager")} /> : null;
}

function Drafts({ mayBegin }: { readonly mayBegin: boolean }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { data, error, isPending, refetch } = useAnswer("GET /v1/drafts");
  if (error !== null && data === undefined) {
    return <Failure of={error} retry={() => void refetch()} />;
  }
  return (
    <Table
      header={
        <Header variant="h2" actions={mayBegin && <BeginCampaign />}>
          {t(($) => $.drafts.list)}
        </Header>
      }
      items={data?.drafts ?? []}
      loading={isPending}
      loadingText={t(($) => $.waiting)}
      trackBy="campaign"
      empty={
        <Box textAlign="center">
          <Box variant="strong">{t(($) => $.drafts.none)}</Box>
          <Box variant="p">{t(($) => $.drafts.noneWhy)}</Box>
        </Box>
      }
      columnDefinitions={[
        {
          id: "campaign",
          header: t(($) => $.campaigns.name),
          isRowHeader: true,
          cell: ({ campaign }) => (
            <Link className="card-link" to={`/campaigns/${campaign}/draft`}>
              {campaign}
            </Link>
          ),
        },
        {
          id: "state",
          header: t(($) => $.campaigns.state),
          cell: ({ state, returned }) => (
            <StatusIndicator type={state === "submitted" ? "pending" : "in-progress"}>
              {t(($) => $.drafts.states[state === "open" && returned ? "returned" : state])}
            </StatusIndicator>
          ),
        },
        {
          id: "who",
          header: t(($) => $.drafts.lastSaved),
          cell: ({ saved }) => (saved ? `${saved.name}, ${moment(saved.at)}` : ""),
        },
        {
          id: "why",
          header: t(($) => $.drafts.why),
          cell: ({ submitted }) => submitted?.why ?? "",
        },
      ]}
    />
  );
}
