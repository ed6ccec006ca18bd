import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TaskContext } from "#contracts/api/task-context";
import { useAct } from "../api/use-act.ts";
import { Acting } from "../parts/acting.tsx";
import { useSignedIn } from "../session/session-context.ts";
import { Holder } from "../worklist/holder.tsx";
import { Priority } from "../worklist/priority.tsx";
import { TimeLeft } from "../worklist/time-left.tsx";
import { HandOver } from "./hand-over.tsx";
import { outdatedBy } from "./task-keys.ts";

interface TaskHeaderProps {
  readonly context: TaskContext;
  readonly now: number;
}

/** What is to be done by when, who has it, and taking it or giving it away. */
export function TaskHeader({ context, now }: TaskHeaderProps) {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  const { task, isOpen } = context;
  const { claim, version } = task;
  const path = { task: task.task };
  const options = { path, outdates: outdatedBy(task.task) };
  const claiming = useAct("POST /v1/tasks/{task}/claim", options);
  const releasing = useAct("POST /v1/tasks/{task}/release", options);
  const isAgent = me.roles.includes("agent");
  const mayRelease = claim?.isMine || (claim !== undefined && me.roles.includes("care-manager"));
  return (
    <SpaceBetween size="s">
      <Link className="card-link" to="/worklist">
        {t(($) => $.task.back)}
      </Link>
      <Header
        variant="h1"
        description={[task.queue, task.enrollment?.title].filter(Boolean).join(" · ")}
        actions={
          isOpen && (
            <SpaceBetween size="xs" direction="horizontal">
              {claim === undefined && isAgent && (
                <Button
                  variant="primary"
                  loading={claiming.isPending}
                  onClick={() => claiming.mutate({})}
                >
                  {t(($) => $.task.claim)}
                </Button>
              )}
              {claim?.isMine && <HandOver task={task} />}
              {mayRelease && (
                <Button loading={releasing.isPending} onClick={() => releasing.mutate({ version })}>
                  {t(($) => $.task.release)}
                </Button>
              )}
            </SpaceBetween>
          )
        }
      >
        {task.words}
      </Header>
      <Acting of={[claiming, releasing]} />
      {isOpen ? (
        <SpaceBetween size="s" direction="horizontal" alignItems="center">
          <Priority of={task.priority} />
          <TimeLeft deadline={task.deadline} now={now} />
          <Holder claim={claim} />
          {task.raised > 1 && (
            <Box variant="small">{t(($) => $.worklist.raised, { count: task.raised })}</Box>
          )}
        </SpaceBetween>
      ) : (
        <Alert type="info">{t(($) => $.task.closed)}</Alert>
      )}
    </SpaceBetween>
  );
}
