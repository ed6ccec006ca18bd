import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useTranslation } from "react-i18next";
import type { PatientShown } from "#contracts/api/patient";
import { useFormats } from "../words/use-formats.ts";

/** In which campaigns somebody is, at which step, and what is waited for. */
export function EnrollmentList({
  enrollments,
}: {
  readonly enrollments: PatientShown["enrollments"];
}) {
  const { t } = useTranslation();
  const { day, moment } = useFormats();
  return (
    <Container header={<Header variant="h2">{t(($) => $.patients.enrollments)}</Header>}>
      {enrollments.length === 0 && (
        <Box color="text-status-inactive">{t(($) => $.patients.noEnrollment)}</Box>
      )}
      <ul className="said">
        {enrollments.map(({ campaign, episode, title, version, step, stage, status, until }) => (
          <li key={`${campaign} ${episode}`} className="utterance">
            <Box variant="strong">{title}</Box>
            <Box variant="small" display="block">
              {t(($) => $.patients.enrolled, { day: day(episode), version })}
            </Box>
            <Box display="block">
              {t(($) => $.patients.atStep, { step })} · {t(($) => $.patients.statuses[status])}
              {until !== undefined && ` · ${t(($) => $.patients.until, { until: moment(until) })}`}
            </Box>
            <Box variant="small">{t(($) => $.patients.stages[stage])}</Box>
          </li>
        ))}
      </ul>
    </Container>
  );
}
