import Box from "@cloudscape-design/components/box";
import Cards from "@cloudscape-design/components/cards";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TaskRow } from "#contracts/api/tasks";
import { Holder } from "./holder.tsx";
import { NeedsWords } from "./needs-words.tsx";
import { Priority } from "./priority.tsx";
import { TimeLeft } from "./time-left.tsx";

interface TaskListProps {
  readonly tasks: readonly TaskRow[];
  /** Milliseconds, by the API's clock. */
  readonly now: number;
  readonly isLoading?: boolean;
}

/** Tasks in the order given: what is to be done, by when, and who has it; nothing of the patient. */
export function TaskList({ tasks, now, isLoading = false }: TaskListProps) {
  const { t } = useTranslation();
  return (
    <Cards
      items={[...tasks]}
      trackBy="task"
      loading={isLoading}
      loadingText={t(($) => $.waiting)}
      cardsPerRow={[{ cards: 1 }, { minWidth: 800, cards: 2 }]}
      ariaLabels={{
        itemSelectionLabel: (_, { words }) => words,
        selectionGroupLabel: t(($) => $.worklist.title),
        cardsLabel: t(($) => $.worklist.title),
      }}
      empty={
        <Box textAlign="center" padding="l">
          <Box variant="strong">{t(($) => $.worklist.none)}</Box>
          <Box variant="p">{t(($) => $.worklist.noneWhy)}</Box>
        </Box>
      }
      cardDefinition={{
        header: ({ task, words }) => (
          <Link className="card-link" to={`/worklist/${task}`}>
            {words}
          </Link>
        ),
        sections: [
          {
            id: "state",
            content: ({ priority, deadline, raised }) => (
              <SpaceBetween size="s" direction="horizontal" alignItems="center">
                <Priority of={priority} />
                <TimeLeft deadline={deadline} now={now} />
                {raised > 1 && (
                  <Box variant="small">{t(($) => $.worklist.raised, { count: raised })}</Box>
                )}
              </SpaceBetween>
            ),
          },
          {
            id: "about",
            content: ({ queue, enrollment, language, needs }) => (
              <Box color="text-body-secondary">
                {[queue, enrollment?.title].filter(Boolean).join(" · ")}
                {" · "}
                <NeedsWords language={language} needs={needs} />
              </Box>
            ),
          },
          { id: "holder", content: ({ claim }) => <Holder claim={claim} /> },
        ],
      }}
    />
  );
}
