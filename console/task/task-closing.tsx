import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { TaskContext } from "#contracts/api/task-context";
import { useAct } from "../api/use-act.ts";
import { Acting } from "../parts/acting.tsx";
import { useTell } from "../parts/notices.tsx";
import { outdatedBy } from "./task-keys.ts";
import type { NoteDraft } from "./use-note.ts";

interface TaskClosingProps {
  readonly context: TaskContext;
  readonly note: NoteDraft;
}

/** How it went: closes the task, and the campaign goes on from what is said here. */
export function TaskClosing({ context, note }: TaskClosingProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  const { task, outcomes } = context;
  const [outcome, choose] = useState<string | null>(null);
  const { save, saving } = note;
  const closing = useAct("POST /v1/tasks/{task}/outcome", {
    path: { task: task.task },
    outdates: outdatedBy(task.task),
  });
  const isMine = task.claim?.isMine ?? false;
  const close = async () => {
    // A note that was not saved yet belongs to the call that ends here.
    await save();
    await closing.mutateAsync({ version: task.version, outcome });
    tell(t(($) => $.task.closedNow));
    await navigate("/worklist");
  };
  return (
    <Container header={<Header variant="h2">{t(($) => $.task.close)}</Header>}>
      <SpaceBetween size="m">
        <FormField label={t(($) => $.task.howItWent)}>
          <RadioGroup
            value={outcome}
            onChange={({ detail }) => choose(detail.value)}
            items={outcomes.map((one) => ({
              value: one.outcome,
              label: t(($) => $.task.outcomes[one.outcome]),
              description:
                one.leadsTo === undefined
                  ? undefined
                  : t(($) => $.task.leadsTo, { step: one.leadsTo }),
              disabled: !isMine,
            }))}
          />
        </FormField>
        <Acting of={[closing]} />
        {!isMine && <Box color="text-status-inactive">{t(($) => $.task.claimFirst)}</Box>}
        <Button
          variant="primary"
          disabled={!isMine || outcome === null}
          loading={(saving.isPending || closing.isPending) && !closing.isPaused}
          onClick={() => void close().catch(() => undefined)}
        >
          {t(($) => $.task.close)}
        </Button>
      </SpaceBetween>
    </Container>
  );
}
