import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failure, FailureWords } from "../parts/failure.tsx";
import { useSignedIn } from "../session/session-context.ts";
import { Arrivals } from "./arrivals.tsx";
import { Load } from "./load.tsx";
import { TaskList } from "./task-list.tsx";
import { type TaskFilter, useWorklist } from "./use-worklist.ts";

const kinds = ["all", "mine", "unclaimed"] as const;

/** The open tasks, the most urgent first. */
export function WorklistScreen() {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  const [filter, setFilter] = useState<TaskFilter>({ whose: "all", queue: undefined });
  const worklist = useWorklist(filter);
  const { tasks, now, data, error, refetch, hasNextPage } = worklist;
  const queues = useQueuesSeen(tasks.map(({ queue }) => queue));
  const anyQueue = { value: "", label: t(($) => $.worklist.anyQueue) };
  const options = [anyQueue, ...queues.map((value) => ({ value, label: value }))];
  const overdue = tasks.filter(({ deadline }) => Date.parse(deadline) < now).length;
  if (data === undefined && error !== null) {
    return <Failure of={error} retry={() => void refetch()} />;
  }
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        counter={data && `(${tasks.length}${hasNextPage ? "+" : ""})`}
        description={
          data && overdue > 0 ? t(($) => $.worklist.overdueCount, { count: overdue }) : undefined
        }
      >
        {t(($) => $.worklist.title)}
      </Header>
      {error !== null && (
        <Alert type="warning">
          {t(($) => $.worklist.stale)} <FailureWords of={error} />
        </Alert>
      )}
      <div className="filters">
        <SegmentedControl
          label={t(($) => $.worklist.whose)}
          selectedId={filter.whose}
          options={kinds.map((id) => ({ id, text: t(($) => $.worklist.kinds[id]) }))}
          onChange={({ detail }) => {
            const whose = kinds.find((kind) => kind === detail.selectedId) ?? "all";
            setFilter({ ...filter, whose });
          }}
        />
        <FormField label={t(($) => $.worklist.queue)}>
          <Select
            selectedOption={options.find(({ value }) => value === filter.queue) ?? anyQueue}
            options={options}
            onChange={({ detail }) =>
              setFilter({ ...filter, queue: detail.selectedOption.value || undefined })
            }
          />
        </FormField>
      </div>
      {me.roles.includes("care-manager") && data !== undefined && <Load tasks={tasks} now={now} />}
      <Arrivals tasks={tasks} isKnown={data !== undefined && !worklist.isPlaceholderData} />
      <TaskList tasks={tasks} now={now} isLoading={data === undefined} />
      {hasNextPage && (
        <Box textAlign="center">
          <Button
            loading={worklist.isFetchingNextPage}
            onClick={() => void worklist.fetchNextPage()}
          >
            {t(($) => $.worklist.more)}
          </Button>
        </Box>
      )}
    </SpaceBetween>
  );
}

/** Queues that were seen stay to choose from while only one of them is looked at. */
function useQueuesSeen(now: readonly string[]): readonly string[] {
  const [seen, setSeen] = useState<readonly string[]>([]);
  const missing = now.filter((queue) => !seen.includes(queue));
  if (missing.length > 0) setSeen([...new Set([...seen, ...missing])].toSorted());
  return seen;
}
