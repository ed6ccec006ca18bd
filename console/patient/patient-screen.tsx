import Alert from "@cloudscape-design/components/alert";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Failure, FailureWords } from "../parts/failure.tsx";
import { useNow } from "../parts/use-now.ts";
import { Waiting } from "../parts/waiting.tsx";
import { PersonCard } from "../person/person-card.tsx";
import { TaskList } from "../worklist/task-list.tsx";
import { EnrollmentList } from "./enrollment-list.tsx";
import { PermissionBook } from "./permission-book.tsx";
import { Timeline } from "./timeline.tsx";

const everyMs = 20_000;
/** Seconds of what is here do not matter: only deadlines and the time where they are. */
const clockMs = 10_000;

/** One patient: who it is, what they allow, where they are in campaigns, and all that happened. */
export function PatientScreen() {
  const { t } = useTranslation();
  const { patient = "" } = useParams();
  const answer = useAnswer("GET /v1/patients/{patient}", { path: { patient }, everyMs });
  const { data, error, dataUpdatedAt, refetch } = answer;
  const now = useNow(data?.now, dataUpdatedAt, clockMs);
  if (data === undefined) {
    return error === null ? <Waiting /> : <Failure of={error} retry={() => void refetch()} />;
  }
  const { person, permissions, enrollments, tasks } = data;
  return (
    <SpaceBetween size="l">
      <Link className="card-link" to="/patients">
        {t(($) => $.patients.back)}
      </Link>
      <Header variant="h1">{`${person.given} ${person.family}`}</Header>
      {error !== null && (
        <Alert type="warning">
          {t(($) => $.worklist.stale)} <FailureWords of={error} />
        </Alert>
      )}
      {tasks.length > 0 && (
        <SpaceBetween size="s">
          <Header variant="h2">{t(($) => $.patients.tasks)}</Header>
          <TaskList tasks={tasks} now={now} />
        </SpaceBetween>
      )}
      <Grid gridDefinition={halves}>
        <SpaceBetween size="l">
          <PersonCard person={person} now={now} isOwnPage />
          <EnrollmentList enrollments={enrollments} />
        </SpaceBetween>
        <PermissionBook patient={patient} person={person} permissions={permissions} />
      </Grid>
      <Timeline patient={patient} />
    </SpaceBetween>
  );
}

const halves = [{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }];
