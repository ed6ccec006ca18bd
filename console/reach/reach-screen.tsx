import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Reach } from "#contracts/api/reach";
import { useAnswer } from "../api/use-answer.ts";
import { Failure } from "../parts/failure.tsx";
import { saveFile } from "../parts/save-file.ts";
import { Waiting } from "../parts/waiting.tsx";
import { csvOf } from "./csv.ts";
import { Filters, isSound, type ReachFilter } from "./filters.tsx";
import { stages } from "./funnel.ts";
import { FunnelChart } from "./funnel-chart.tsx";
import { FunnelTable } from "./funnel-table.tsx";
import { Holdout } from "./holdout.tsx";
import { type Opened, People } from "./people.tsx";
import { Reasons } from "./reasons.tsx";
import { savePicture } from "./save-picture.ts";
import { weekAt } from "./week-of.ts";

/** So many weeks are looked at to begin with. */
const weeksShown = 12;

/** How far campaigns came, by whom, why not, and whether it made a difference. */
export function ReachScreen() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<ReachFilter>(() => ({
    ...{ campaign: "", by: "" },
    from: weekAt(Date.now(), weeksShown - 1),
    through: weekAt(Date.now()),
  }));
  const { campaign, from, through, by } = filter;
  const query = { campaign: campaign || undefined, from, through, by: by || undefined };
  const { data, error, refetch } = useAnswer("GET /v1/reach", { query, enabled: isSound(filter) });
  return (
    <SpaceBetween size="l">
      <Header variant="h1">{t(($) => $.reach.title)}</Header>
      <Filters filter={filter} onChange={setFilter} />
      {error !== null && <Failure of={error} retry={() => void refetch()} />}
      {data !== undefined && <Report key={JSON.stringify(query)} reach={data} filter={filter} />}
      {data === undefined && error === null && isSound(filter) && <Waiting />}
    </SpaceBetween>
  );
}

interface ReportProps {
  readonly reach: Reach;
  readonly filter: ReachFilter;
}

function Report({ reach, filter }: ReportProps) {
  const { t } = useTranslation();
  const chart = useRef<SVGSVGElement>(null);
  const [opened, open] = useState<Opened>();
  const { total, groups, withheld, refused, holdout } = reach;
  const name = ["reach", filter.campaign.replace("/", "-"), filter.from, filter.through]
    .filter(Boolean)
    .join("-");
  const saveCsv = () => {
    const head = [
      t(($) => $.reach.group),
      ...stages.map(({ key }) => t(($) => $.reach.stages[key])),
    ];
    const rows = [{ value: t(($) => $.reach.total), funnel: total }, ...groups].map(
      ({ value, funnel }) => [value, ...stages.map(({ key }) => funnel[key] ?? null)],
    );
    saveFile(`${name}.csv`, new Blob([csvOf([head, ...rows])], { type: "text/csv" }));
  };
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description={t(($) => $.reach.hiddenWhy)}
            actions={
              <SpaceBetween size="xs" direction="horizontal">
                <Button iconName="download" onClick={saveCsv}>
                  CSV
                </Button>
                <Button
                  iconName="download"
                  onClick={() => chart.current && void savePicture(`${name}.png`, chart.current)}
                >
                  PNG
                </Button>
              </SpaceBetween>
            }
          >
            {t(($) => $.reach.funnel)}
          </Header>
        }
      >
        <FunnelChart ref={chart} title={t(($) => $.reach.funnel)} funnel={total} />
        <FunnelTable total={total} groups={groups} filter={filter} onOpen={open} />
      </Container>
      <Reasons kind="withheld" reasons={withheld} onOpen={open} />
      <Reasons kind="refused" reasons={refused} onOpen={open} />
      {holdout === undefined ? (
        <Box color="text-body-secondary">{t(($) => $.reach.noHoldout)}</Box>
      ) : (
        <Holdout holdout={holdout} />
      )}
      {opened !== undefined && (
        <People filter={filter} opened={opened} onClose={() => open(undefined)} />
      )}
    </SpaceBetween>
  );
}
