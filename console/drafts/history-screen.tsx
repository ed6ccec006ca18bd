import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { PublishedVersionShown } from "#contracts/api/campaign-history";
import { useAnswer } from "../api/use-answer.ts";
import { Failure } from "../parts/failure.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useFormats } from "../words/use-formats.ts";
import type { CampaignPath } from "./draft-keys.ts";

const Difference = lazy(async () => ({
  default: (await import("./difference-view.tsx")).Difference,
}));

/** A campaign's versions: who asked for each, who approved it, when, why, and what changed. */
export function HistoryScreen() {
  const { t } = useTranslation();
  const { family = "", name = "" } = useParams();
  const path = { family, name };
  const route = "GET /v1/campaigns/{family}/{name}/versions";
  const { data, error, refetch } = useAnswer(route, { path });
  if (data === undefined) {
    return error === null ? <Waiting /> : <Failure of={error} retry={() => void refetch()} />;
  }
  return (
    <SpaceBetween size="l">
      <Link className="card-link" to={`/campaigns/${family}/${name}`}>
        {t(($) => $.history.back)}
      </Link>
      <Header variant="h1" description={`${family}/${name}`}>
        {t(($) => $.history.title)}
      </Header>
      {data.versions.length === 0 && <Box>{t(($) => $.history.none)}</Box>}
      {data.versions.map((version) => (
        <Version key={version.version} path={path} version={version} />
      ))}
    </SpaceBetween>
  );
}

interface VersionProps {
  readonly path: CampaignPath;
  readonly version: PublishedVersionShown;
}

function Version({ path, version }: VersionProps) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { submitted, published, at } = version;
  const said = (deed: { readonly name: string; readonly at: string; readonly why?: string }) => ({
    ...{ name: deed.name, at: moment(deed.at), why: deed.why ?? "" },
  });
  return (
    <Container
      header={
        <Header variant="h2" description={moment(at)}>
          {t(($) => $.history.version, { version: version.version })}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {submitted && <Box>{t(($) => $.history.askedBy, said(submitted))}</Box>}
        {published && <Box>{t(($) => $.history.approvedBy, said(published))}</Box>}
        {!published && <Box>{t(($) => $.history.byCommand)}</Box>}
        <ExpandableSection
          headerText={t(($) => $.history.changes)}
          expanded={isOpen}
          onChange={({ detail }) => setOpen(detail.expanded)}
        >
          {isOpen && <Changes path={path} version={version.version} />}
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

function Changes({ path, version }: { readonly path: CampaignPath; readonly version: number }) {
  const { t } = useTranslation();
  const route = "GET /v1/campaigns/{family}/{name}/versions/{version}";
  const { data, error, refetch } = useAnswer(route, {
    path: { ...path, version: String(version) },
  });
  if (data === undefined) {
    return error === null ? <Waiting /> : <Failure of={error} retry={() => void refetch()} />;
  }
  return (
    <SpaceBetween size="s">
      {data.before === undefined && <Box>{t(($) => $.history.noneBefore)}</Box>}
      <Suspense fallback={<Waiting />}>
        <Difference before={data.before?.texts ?? {}} after={data.texts} />
      </Suspense>
    </SpaceBetween>
  );
}
