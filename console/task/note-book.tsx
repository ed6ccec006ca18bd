import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useTranslation } from "react-i18next";
import type { TaskContext } from "#contracts/api/task-context";
import { Acting } from "../parts/acting.tsx";
import { useFormats } from "../words/use-formats.ts";
import { type NoteDraft, noteMax } from "./use-note.ts";

interface NoteBookProps {
  readonly context: TaskContext;
  readonly note: NoteDraft;
}

/** Notes of the staff on a task, and one more. What is being written is kept until it is saved. */
export function NoteBook({ context, note }: NoteBookProps) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { notes, isOpen } = context;
  const { text, write, save, saving } = note;
  return (
    <Container header={<Header variant="h2">{t(($) => $.task.notes)}</Header>}>
      <SpaceBetween size="m">
        {notes.length > 0 && (
          <ol className="said">
            {notes.map((one) => (
              <li key={one.note} className="utterance">
                <Box variant="small">{`${one.by.name} · ${moment(one.at)}`}</Box>
                <div className="words">{one.text}</div>
              </li>
            ))}
          </ol>
        )}
        {isOpen && (
          <FormField label={t(($) => $.task.note)} description={t(($) => $.task.noteWhy)}>
            <Textarea
              value={text}
              rows={3}
              onChange={({ detail }) => write(detail.value.slice(0, noteMax))}
            />
          </FormField>
        )}
        <Acting of={[saving]} />
        {isOpen && (
          <Button
            disabled={text.trim() === ""}
            loading={saving.isPending && !saving.isPaused}
            onClick={() => void save().catch(() => undefined)}
          >
            {t(($) => $.task.saveNote)}
          </Button>
        )}
      </SpaceBetween>
    </Container>
  );
}
