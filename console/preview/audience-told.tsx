import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useTranslation } from "react-i18next";
import type { PreviewShown } from "#contracts/api/preview";
import { useFormats } from "../words/use-formats.ts";

interface AudienceToldProps {
  readonly preview: PreviewShown;
  readonly isForced: boolean;
}

/** Whether the campaign is for them, from when, and each condition by itself. */
export function AudienceTold({ preview: { audience }, isForced }: AudienceToldProps) {
  const { t, i18n } = useTranslation();
  const { day } = useFormats();
  const { holds, next, because } = audience;
  const answer = holds
    ? t(($) => $.preview.audience.holds)
    : next === undefined
      ? t(($) => $.preview.audience.never)
      : t(($) => $.preview.audience.next, { day: day(next) });
  return (
    <Container header={<Header variant="h2">{t(($) => $.preview.audience.title)}</Header>}>
      <Box variant="p">
        {answer} {isForced && !holds && t(($) => $.preview.audience.forced)}
      </Box>
      <ul>
        {because[i18n.language === "es" ? "es" : "en"].map(({ condition, holds: verdict }) => {
          const name = verdict === "unknown" ? "unknown" : verdict ? "yes" : "no";
          return (
            <li key={condition}>
              {condition}:{" "}
              <StatusIndicator type={icons[name]}>
                {t(($) => $.preview.audience.verdicts[name])}
              </StatusIndicator>
            </li>
          );
        })}
      </ul>
    </Container>
  );
}

const icons = { yes: "success", no: "stopped", unknown: "info" } as const;
