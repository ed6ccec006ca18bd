import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PublishedCampaign } from "#contracts/api/campaigns";
import { useAnswer } from "../api/use-answer.ts";
import { DraftList } from "../drafts/draft-list.tsx";
import { Failure } from "../parts/failure.tsx";
import { useFormats } from "../words/use-formats.ts";
import { useReachGlance } from "./use-reach-glance.ts";

/** Every published campaign and how it stands, and what is being worked on. */
export function CampaignList() {
  return (
    <SpaceBetween size="l">
      <Campaigns />
      <DraftList />
    </SpaceBetween>
  );
}

function Campaigns() {
  const { t } = useTranslation();
  const { day, share } = useFormats();
  const reachOf = useReachGlance();
  const { data, error, isPending, refetch } = useAnswer("GET /v1/campaigns");
  if (error !== null && data === undefined) {
    return <Failure of={error} retry={() => void refetch()} />;
  }
  return (
    <Table
      variant="full-page"
      header={
        <Header variant="h1" counter={data ? `(${data.campaigns.length})` : ""}>
          {t(($) => $.campaigns.title)}
        </Header>
      }
      items={data?.campaigns ?? []}
      loading={isPending}
      loadingText={t(($) => $.waiting)}
      trackBy="id"
      empty={
        <Box textAlign="center">
          <Box variant="strong">{t(($) => $.campaigns.none)}</Box>
          <Box variant="p">{t(($) => $.campaigns.noneWhy)}</Box>
        </Box>
      }
      columnDefinitions={[
        {
          id: "title",
          header: t(($) => $.campaigns.name),
          isRowHeader: true,
          cell: ({ title, id }) => (
            <>
              <Link className="card-link" to={`/campaigns/${id}`}>
                {title}
              </Link>
              <Box variant="small" display="block">
                {id}
              </Box>
            </>
          ),
        },
        {
          id: "state",
          header: t(($) => $.campaigns.state),
          cell: ({ state }) => (
            <StatusIndicator type={state === "running" ? "success" : "stopped"}>
              {t(($) => $.campaigns.states[state])}
            </StatusIndicator>
          ),
        },
        { id: "version", header: t(($) => $.campaigns.version), cell: ({ version }) => version },
        ...(reachOf === undefined
          ? []
          : [
              {
                id: "reach",
                header: t(($) => $.campaigns.reach),
                cell: ({ id }: PublishedCampaign) => reachOf(id),
              },
            ]),
        { id: "owner", header: t(($) => $.campaigns.owner), cell: ({ owner }) => owner },
        {
          id: "priority",
          header: t(($) => $.campaigns.priority),
          cell: ({ priority }) => priority,
        },
        {
          id: "holdout",
          header: t(($) => $.campaigns.holdout),
          cell: ({ holdout }) => share(holdout),
        },
        { id: "review", header: t(($) => $.campaigns.review), cell: ({ review }) => day(review) },
      ]}
    />
  );
}
