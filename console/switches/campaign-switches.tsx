import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../api/use-answer.ts";
import { Failure } from "../parts/failure.tsx";
import { useSignedIn } from "../session/session-context.ts";
import { PauseButton } from "./pause-button.tsx";

/** Each campaign, running or paused, with the button that turns it. */
export function CampaignSwitches() {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  const { data, error, isPending, refetch } = useAnswer("GET /v1/campaigns");
  if (error !== null && data === undefined) {
    return <Failure of={error} retry={() => void refetch()} />;
  }
  // Approvers see how it stands; the API lets the others turn it.
  const mayPause = me.roles.some((role) => role !== "approver" && role !== "analyst");
  return (
    <Table
      header={<Header variant="h2">{t(($) => $.campaigns.title)}</Header>}
      items={data?.campaigns ?? []}
      loading={isPending}
      loadingText={t(($) => $.waiting)}
      trackBy="id"
      empty={t(($) => $.campaigns.none)}
      columnDefinitions={[
        {
          id: "title",
          header: t(($) => $.campaigns.name),
          isRowHeader: true,
          cell: ({ title }) => title,
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
        {
          id: "turn",
          header: t(($) => $.switches.turn),
          cell: (campaign) => mayPause && <PauseButton campaign={campaign} />,
        },
      ]}
    />
  );
}
