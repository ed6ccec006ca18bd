import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useTranslation } from "react-i18next";
import type { ReasonCount } from "#domain/forecast/tally";
import { useFormats } from "../words/use-formats.ts";
import { NumberTable } from "./number-table.tsx";

interface ReasonTableProps {
  readonly kind: "keptOut" | "withheld" | "ended";
  readonly reasons: readonly ReasonCount[];
}

/** Why people are not in it, contacts not made, or how it ends; the most frequent first. */
export function ReasonTable({ kind, reasons }: ReasonTableProps) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const words: Readonly<Record<string, string>> = {
    ...t(($) => $.preview.reasons, { returnObjects: true }),
    ...t(($) => $.forecast.reasons, { returnObjects: true }),
  };
  const title = t(($) => $.forecast[kind]);
  const named = (reason: string) => (kind === "ended" ? reason : (words[reason] ?? reason));
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <NumberTable
        label={title}
        head={[
          kind === "ended" ? t(($) => $.forecast.outcome) : t(($) => $.forecast.reason),
          kind === "withheld" ? t(($) => $.forecast.touches) : t(($) => $.forecast.enrollments),
        ]}
        rows={reasons.map((row) => [named(row.reason), count(row.count)])}
      />
    </Container>
  );
}
