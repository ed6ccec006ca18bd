import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "#contracts/api/tasks";
import { useAct } from "../api/use-act.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Acting } from "../parts/acting.tsx";
import { ModalChoice } from "../parts/modal-choice.tsx";
import { useTell } from "../parts/notices.tsx";
import { outdatedBy } from "./task-keys.ts";

/** Gives a task to a colleague, who finds it among theirs. */
export function HandOver({ task }: { readonly task: TaskRow }) {
  const { t } = useTranslation();
  const tell = useTell();
  const [isOpen, setOpen] = useState(false);
  const [chosen, choose] = useState<SelectProps.Option | null>(null);
  const { data, isPending } = useAnswer("GET /v1/colleagues", { enabled: isOpen });
  const handing = useAct("POST /v1/tasks/{task}/hand-over", {
    path: { task: task.task },
    outdates: outdatedBy(task.task),
  });
  const hand = () =>
    handing.mutate(
      { version: task.version, to: chosen?.value },
      {
        onSuccess: () => {
          setOpen(false);
          tell(t(($) => $.task.handedOver, { name: chosen?.label ?? "" }));
        },
      },
    );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(($) => $.task.handOver)}</Button>
      <Modal
        visible={isOpen}
        onDismiss={() => setOpen(false)}
        header={t(($) => $.task.handOver)}
        footer={
          <ModalChoice
            verb={t(($) => $.task.handOver)}
            dismiss={() => setOpen(false)}
            isDisabled={chosen === null}
            isBusy={handing.isPending}
            choose={hand}
          />
        }
      >
        <SpaceBetween size="m">
          <FormField label={t(($) => $.task.colleague)} description={t(($) => $.task.colleagueWhy)}>
            <Select
              selectedOption={chosen}
              options={(data?.colleagues ?? []).map(({ user, name }) => ({
                ...{ value: user, label: name },
              }))}
              statusType={isPending ? "loading" : "finished"}
              loadingText={t(($) => $.waiting)}
              empty={t(($) => $.task.noColleague)}
              placeholder={t(($) => $.task.choose)}
              onChange={({ detail }) => choose(detail.selectedOption)}
            />
          </FormField>
          <Acting of={[handing]} />
        </SpaceBetween>
      </Modal>
    </>
  );
}
