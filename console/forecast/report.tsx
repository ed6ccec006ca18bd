import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import type { ForecastTable } from "#domain/forecast/table";
import { useFormats } from "../words/use-formats.ts";
import { ByDay } from "./by-day.tsx";
import { CostTable } from "./cost-table.tsx";
import { ReasonTable } from "./reason-table.tsx";
import { useMoney } from "./use-money.ts";

/** All that a forecast says: sums first, then by day, then why not, and what it costs. */
export function Report({ table }: { readonly table: ForecastTable }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const money = useMoney(table.cost.currency);
  const { patients, audience, enrollments, touches, tasks, cost } = table;
  const minutes = tasks.reduce((sum, row) => sum + row.minutes, 0);
  const sum = (label: string, value: number) => ({ label, value: count(value) });
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t(($) => $.forecast.numbers)}</Header>}>
        <KeyValuePairs
          columns={4}
          items={[
            sum(
              t(($) => $.forecast.patients),
              patients,
            ),
            sum(
              t(($) => $.forecast.inAudience),
              audience.patients,
            ),
            sum(
              t(($) => $.forecast.entered),
              audience.entered,
            ),
            sum(
              t(($) => $.forecast.midway),
              enrollments.midway ?? 0,
            ),
            sum(
              t(($) => $.forecast.made),
              touches.made,
            ),
            sum(
              t(($) => $.forecast.minutes),
              minutes,
            ),
            sum(
              t(($) => $.forecast.underWay),
              enrollments.underWay,
            ),
            { label: t(($) => $.forecast.cost), value: money(cost.total) },
          ]}
        />
      </Container>
      <ByDay table={table} />
      <ReasonTable kind="keptOut" reasons={audience.keptOut} />
      <ReasonTable kind="withheld" reasons={touches.withheld} />
      <ReasonTable kind="ended" reasons={enrollments.ended} />
      <CostTable cost={cost} />
      <Box color="text-body-secondary">{t(($) => $.forecast.limits)}</Box>
    </SpaceBetween>
  );
}
