import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useTranslation } from "react-i18next";
import type { Cost } from "#domain/forecast/cost";
import { useFormats } from "../words/use-formats.ts";
import { NumberTable } from "./number-table.tsx";
import { useMoney } from "./use-money.ts";

/** What it costs, line by line, and which figures nobody has verified. */
export function CostTable({ cost }: { readonly cost: Cost }) {
  const { t } = useTranslation();
  const { count, day } = useFormats();
  const money = useMoney(cost.currency);
  const { total, perThousand, asOf, lines } = cost;
  const why = t(($) => $.forecast.perThousand, { cost: money(perThousand), asOf: day(asOf) });
  return (
    <Container
      header={
        <Header variant="h2" description={why}>
          {t(($) => $.forecast.cost)}
        </Header>
      }
    >
      <NumberTable
        label={t(($) => $.forecast.cost)}
        head={[
          ...[t(($) => $.forecast.line), t(($) => $.forecast.quantity)],
          ...[t(($) => $.forecast.each), t(($) => $.forecast.amount)],
        ]}
        rows={[
          ...lines.map(({ line, quantity, each, amount, isVerified }) => [
            isVerified
              ? t(($) => $.forecast.lines[line])
              : `${t(($) => $.forecast.lines[line])} (${t(($) => $.forecast.unverified)})`,
            ...[count(quantity), money(each), money(amount)],
          ]),
          [t(($) => $.forecast.total), "", "", money(total)],
        ]}
      />
    </Container>
  );
}
