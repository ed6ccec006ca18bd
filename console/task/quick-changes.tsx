import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PermissionChange } from "#contracts/api/permission-change";
import type { TaskContext } from "#contracts/api/task-context";
import { useAct } from "../api/use-act.ts";
import { answerKey } from "../api/use-answer.ts";
import { Acting } from "../parts/acting.tsx";
import { useTell } from "../parts/notices.tsx";
import { outdatedBy } from "./task-keys.ts";

/**
 * What a patient says on a call and must hold at once: one click. The change goes first, and a note
 * on the task then says what it rests on; both carry the same number.
 */
export function QuickChanges({ context }: { readonly context: TaskContext }) {
  const { t } = useTranslation();
  const tell = useTell();
  const { task, person, isOpen } = context;
  const [doing, setDoing] = useState<string>();
  const outdates = [
    ...outdatedBy(task.task),
    answerKey("GET /v1/patients/{patient}", { patient: task.patient }),
  ];
  const changing = useAct("POST /v1/patients/{patient}/permissions", {
    path: { patient: task.patient },
    outdates,
  });
  const noting = useAct("POST /v1/tasks/{task}/notes", { path: { task: task.task }, outdates });
  const change = async (wanted: Wanted, words: string) => {
    setDoing(wanted.change);
    // The same number in every try of it, so that a lost answer makes no second note.
    const number = crypto.randomUUID();
    const evidence = { kind: "call", reference: number } as const;
    try {
      await changing.mutateAsync({ ...wanted, evidence });
      tell(words);
      if (isOpen) await noting.mutateAsync({ note: number, text: words });
    } catch {
      // What failed stands beside the buttons.
    } finally {
      setDoing(undefined);
    }
  };
  const reachable = person.points.filter(({ use }) =>
    use.some(({ refused }) => refused !== "wrong-or-dead"),
  );
  return (
    <SpaceBetween size="s">
      <Box variant="h3">{t(($) => $.quick.title)}</Box>
      <SpaceBetween size="xs" direction="horizontal">
        <Button
          iconName="close"
          loading={doing === "opt-out"}
          onClick={() =>
            void change(
              { change: "opt-out", scope: {} },
              t(($) => $.quick.stoppedAll),
            )
          }
        >
          {t(($) => $.quick.stopAll)}
        </Button>
        {channels.map((channel) => (
          <Button
            key={channel}
            disabled={doing !== undefined}
            onClick={() =>
              void change(
                { change: "opt-out", scope: { channel } },
                t(($) => $.quick.stoppedChannel, { channel: t(($) => $.channels[channel]) }),
              )
            }
          >
            {t(($) => $.quick.stopChannel[channel])}
          </Button>
        ))}
        <ButtonDropdown
          loading={doing === "wrong-number"}
          disabled={reachable.length === 0}
          items={reachable.map(({ id, address }) => ({ id, text: address }))}
          onItemClick={({ detail }) => {
            const { address = "" } = reachable.find(({ id }) => id === detail.id) ?? {};
            const words = t(($) => $.quick.wasWrong, { address });
            void change({ change: "wrong-number", point: detail.id }, words);
          }}
        >
          {t(($) => $.quick.wrongNumber)}
        </ButtonDropdown>
      </SpaceBetween>
      <Acting of={[changing, noting]} />
    </SpaceBetween>
  );
}

const channels = ["sms", "voice", "email"] as const;

type Wanted =
  | Pick<PermissionChange & { change: "opt-out" }, "change" | "scope">
  | Pick<PermissionChange & { change: "wrong-number" }, "change" | "point">;
