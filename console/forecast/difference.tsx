import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useTranslation } from "react-i18next";
import { differenceBetween } from "#domain/forecast/difference";
import type { ForecastTable } from "#domain/forecast/table";
import { useFormats } from "../words/use-formats.ts";
import { NumberTable } from "./number-table.tsx";
import { useMoney } from "./use-money.ts";

interface DifferenceProps {
  readonly now: ForecastTable;
  readonly before: ForecastTable;
  /** Of `before`. */
  readonly version: number;
}

/** What changes against another version, on the same people and days. */
export function Difference({ now, before, version }: DifferenceProps) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const money = useMoney(now.cost.currency);
  const title = t(($) => $.forecast.difference);
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <NumberTable
        label={title}
        head={[
          ...[t(($) => $.forecast.line), t(($) => $.forecast.before, { version })],
          ...[t(($) => $.forecast.now), t(($) => $.forecast.change)],
        ]}
        rows={differenceBetween(now, before).map(({ measure, against, now: value, change }) => {
          const shown = measure === "cost" ? money : count;
          const sign = change > 0 ? "+" : "";
          return [
            t(($) => $.forecast.measures[measure]),
            ...[shown(against), shown(value), `${sign}${shown(change)}`],
          ];
        })}
      />
    </Container>
  );
}
