import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { TaskContext } from "#contracts/api/task-context";
import { useAnswer } from "../api/use-answer.ts";
import { Failure, FailureWords } from "../parts/failure.tsx";
import { useNow } from "../parts/use-now.ts";
import { Waiting } from "../parts/waiting.tsx";
import { PersonCard } from "../person/person-card.tsx";
import { TaskList } from "../worklist/task-list.tsx";
import { Conversation } from "./conversation.tsx";
import { NoteBook } from "./note-book.tsx";
import { QuickChanges } from "./quick-changes.tsx";
import { TaskClosing } from "./task-closing.tsx";
import { TaskHeader } from "./task-header.tsx";
import { useNote } from "./use-note.ts";

/** Somebody may take the task, or the patient say more, while it is open here. */
const everyMs = 10_000;

/** All that an agent needs for one task, on one page. */
export function TaskScreen() {
  const { task = "" } = useParams();
  const answer = useAnswer("GET /v1/tasks/{task}", { path: { task }, everyMs });
  const { data, error, dataUpdatedAt, refetch } = answer;
  const now = useNow(data?.now, dataUpdatedAt);
  if (data === undefined) {
    return error === null ? <Waiting /> : <Failure of={error} retry={() => void refetch()} />;
  }
  return <Task key={task} context={data} now={now} failed={error} />;
}

interface TaskProps {
  readonly context: TaskContext;
  readonly now: number;
  /** The last question failed: what is shown may be old. */
  readonly failed: unknown;
}

function Task({ context, now, failed }: TaskProps) {
  const { t } = useTranslation();
  const { task, person, script, isOpen, others } = context;
  const note = useNote(task.task);
  return (
    <SpaceBetween size="l">
      <TaskHeader context={context} now={now} />
      {failed !== null && (
        <Alert type="warning">
          {t(($) => $.worklist.stale)} <FailureWords of={failed} />
        </Alert>
      )}
      {isOpen && task.holds && <Alert type="warning">{t(($) => $.task.holds)}</Alert>}
      <Grid gridDefinition={halves}>
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">{t(($) => $.task.script)}</Header>}>
            <Box fontSize="heading-m">{script}</Box>
          </Container>
          <PersonCard person={person} now={now}>
            <QuickChanges context={context} />
          </PersonCard>
        </SpaceBetween>
        <SpaceBetween size="l">
          <Conversation context={context} />
          <NoteBook context={context} note={note} />
          {isOpen && <TaskClosing context={context} note={note} />}
        </SpaceBetween>
      </Grid>
      {others.length > 0 && (
        <SpaceBetween size="s">
          <Header variant="h2">{t(($) => $.task.others)}</Header>
          <TaskList tasks={others} now={now} />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}

const halves = [{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }];
