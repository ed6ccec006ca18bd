import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";

interface ConfirmProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly words: string;
  readonly verb: string;
  readonly dismiss: () => void;
  readonly confirm: () => void;
}

/** Says what a switch does before it is turned. */
export function Confirm({ isOpen, title, words, verb, dismiss, confirm }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Modal
      visible={isOpen}
      onDismiss={dismiss}
      header={title}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={dismiss}>
              {t(($) => $.cancel)}
            </Button>
            <Button variant="primary" onClick={confirm}>
              {verb}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {words}
    </Modal>
  );
}
