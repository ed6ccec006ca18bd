import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { CampaignShown } from "#contracts/api/campaign";
import { useAnswer } from "../api/use-answer.ts";
import { DraftLinks } from "../drafts/draft-links.tsx";
import { Failure } from "../parts/failure.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useFormats } from "../words/use-formats.ts";
import { LookAhead } from "./look-ahead.tsx";
import { MessageBook } from "./message-book.tsx";
import { StepList } from "./step-list.tsx";
import { useSpan } from "./use-span.ts";

/** What draws it weighs as much as the rest: the words are there before it. */
const StepPicture = lazy(async () => ({
  default: (await import("./step-picture.tsx")).StepPicture,
}));

/** One campaign: whom it is for, what ends it, its steps as a picture and as a list, its words. */
export function CampaignScreen() {
  const { family = "", name = "" } = useParams();
  const answer = useAnswer("GET /v1/campaigns/{family}/{name}", { path: { family, name } });
  const { data, error, refetch } = answer;
  if (data !== undefined) return <Campaign campaign={data} />;
  return error === null ? <Waiting /> : <Failure of={error} retry={() => void refetch()} />;
}

function Campaign({ campaign }: { readonly campaign: CampaignShown }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "es" ? "es" : "en";
  const { steps, start, messages, audience, goal } = campaign;
  return (
    <SpaceBetween size="l">
      <Link className="card-link" to="/campaigns">
        {t(($) => $.campaign.back)}
      </Link>
      <Header
        variant="h1"
        description={campaign.id}
        actions={<DraftLinks campaign={campaign.id} />}
      >
        {campaign.title}
      </Header>
      <LookAhead campaign={campaign.id} />
      <Facts campaign={campaign} />
      <Grid gridDefinition={halves}>
        <Sentences title={t(($) => $.campaign.audience)} sentences={audience[language]} />
        <Sentences title={t(($) => $.campaign.goal)} sentences={goal[language]} />
      </Grid>
      <Container header={<Header variant="h2">{t(($) => $.campaign.steps)}</Header>}>
        <SpaceBetween size="m">
          <Suspense fallback={<Waiting />}>
            <StepPicture steps={steps} start={start} />
          </Suspense>
          <ExpandableSection
            headerText={t(($) => $.campaign.asList)}
            defaultExpanded={matchMedia("(max-width: 688px)").matches}
          >
            <StepList steps={steps} />
          </ExpandableSection>
        </SpaceBetween>
      </Container>
      <MessageBook messages={messages} />
    </SpaceBetween>
  );
}

function Facts({ campaign }: { readonly campaign: CampaignShown }) {
  const { t } = useTranslation();
  const { day, share } = useFormats();
  const span = useSpan();
  const { state, version, owner, purpose, priority, holdout, review, again } = campaign;
  const repeat = again === undefined ? t(($) => $.campaign.never) : span(again);
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={[
          {
            label: t(($) => $.campaigns.state),
            value: (
              <StatusIndicator type={state === "running" ? "success" : "stopped"}>
                {t(($) => $.campaigns.states[state])}
              </StatusIndicator>
            ),
          },
          { label: t(($) => $.campaigns.version), value: version },
          { label: t(($) => $.campaigns.owner), value: owner },
          { label: t(($) => $.campaigns.purpose), value: t(($) => $.purposes[purpose]) },
          { label: t(($) => $.campaigns.priority), value: priority },
          { label: t(($) => $.campaigns.holdout), value: share(holdout) },
          { label: t(($) => $.campaigns.review), value: day(review) },
          { label: t(($) => $.campaign.again), value: repeat },
        ]}
      />
    </Container>
  );
}

function Sentences({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
}) {
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Container>
  );
}

const halves = [{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }];
