import Container from "@cloudscape-design/components/container";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import type { ForecastTable } from "#domain/forecast/table";
import { formatDay, parseDay } from "#domain/time";
import { useFormats } from "../words/use-formats.ts";
import { DayChart, type Series } from "./day-chart.tsx";
import { NumberTable } from "./number-table.tsx";

const lanes = ["sms", "email", "voice"] as const;

/** Who enters, what goes out and what agents do, each as a chart and as numbers. */
export function ByDay({ table }: { readonly table: ForecastTable }) {
  const { t } = useTranslation();
  const { count, day, tongue } = useFormats();
  const { entering, perDay, tasks } = table;
  const days = daysOf(table);
  const queues = [...new Set(tasks.map(({ queue }) => queue))];
  const series = <Row extends { readonly day: string }>(
    name: string,
    rows: readonly Row[],
    of: (row: Row) => number,
  ): Series => ({
    name,
    values: days.map((one) =>
      rows.filter((row) => row.day === one).reduce((sum, row) => sum + of(row), 0),
    ),
  });
  return (
    <SpaceBetween size="l">
      <Told
        title={t(($) => $.forecast.entering)}
        days={days}
        series={[
          series(
            t(($) => $.forecast.enrollments),
            entering,
            (row) => row.enrollments,
          ),
        ]}
        head={[t(($) => $.forecast.day), t(($) => $.forecast.enrollments)]}
        rows={entering.map((row) => [day(row.day), count(row.enrollments)])}
      />
      <Told
        title={t(($) => $.forecast.contacts)}
        days={days}
        series={lanes.map((lane) =>
          series(
            t(($) => $.channels[lane]),
            perDay.filter((row) => row.lane === lane),
            (row) => row.touches + row.notices,
          ),
        )}
        head={[
          ...[t(($) => $.forecast.day), t(($) => $.forecast.lane), t(($) => $.forecast.language)],
          ...[t(($) => $.forecast.touches), t(($) => $.forecast.notices)],
          t(($) => $.forecast.units),
        ]}
        rows={perDay.map(({ lane, language, touches, notices, units, ...row }) => [
          ...[day(row.day), t(($) => $.channels[lane]), tongue(language)],
          ...[touches, notices, units].map(count),
        ])}
      />
      <Told
        title={t(($) => $.forecast.work)}
        days={days}
        series={queues.map((queue) =>
          series(
            queue,
            tasks.filter((row) => row.queue === queue),
            (row) => row.tasks,
          ),
        )}
        head={[
          ...[t(($) => $.forecast.day), t(($) => $.forecast.queue)],
          ...[t(($) => $.forecast.tasks), t(($) => $.forecast.minutes)],
        ]}
        rows={tasks.map((row) => [day(row.day), row.queue, count(row.tasks), count(row.minutes)])}
      />
    </SpaceBetween>
  );
}

interface ToldProps {
  readonly title: string;
  readonly days: readonly string[];
  readonly series: readonly Series[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function Told({ title, days, series, head, rows }: ToldProps) {
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <Grid gridDefinition={halves}>
        <DayChart title={title} days={days} series={series} />
        <NumberTable label={title} head={head} rows={rows} />
      </Grid>
    </Container>
  );
}

const halves = [{ colspan: { default: 12, m: 7 } }, { colspan: { default: 12, m: 5 } }];

function daysOf({ on, days }: ForecastTable): readonly string[] {
  const first = parseDay(on) ?? 0;
  return Array.from({ length: days }, (_, index) => formatDay(first + index));
}
