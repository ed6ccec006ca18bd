import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ModalChoice } from "../parts/modal-choice.tsx";

interface SayWhyProps {
  readonly title: string;
  readonly words: string;
  readonly verb: string;
  readonly dismiss: () => void;
  readonly confirm: (why: string) => void;
}

/** Asks why before something is decided: it is kept with what comes of it. */
export function SayWhy({ title, words, verb, dismiss, confirm }: SayWhyProps) {
  const { t } = useTranslation();
  const [why, setWhy] = useState("");
  return (
    <Modal
      visible
      onDismiss={dismiss}
      header={title}
      footer={
        <ModalChoice
          verb={verb}
          dismiss={dismiss}
          isDisabled={why.trim() === ""}
          choose={() => confirm(why.trim())}
        />
      }
    >
      <SpaceBetween size="m">
        <Box>{words}</Box>
        <FormField label={t(($) => $.drafts.why)} description={t(($) => $.drafts.whyKept)}>
          <Textarea value={why} onChange={({ detail }) => setWhy(detail.value.slice(0, 2_000))} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
