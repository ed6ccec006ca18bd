import Modal from "@cloudscape-design/components/modal";
import { ModalChoice } from "../parts/modal-choice.tsx";

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
  return (
    <Modal
      visible={isOpen}
      onDismiss={dismiss}
      header={title}
      footer={<ModalChoice verb={verb} dismiss={dismiss} choose={confirm} />}
    >
      {words}
    </Modal>
  );
}
