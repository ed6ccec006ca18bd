import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";

interface ModalChoiceProps {
  readonly verb: string;
  readonly choose: () => void;
  readonly dismiss: () => void;
  /** Something is still missing. */
  readonly isDisabled?: boolean;
  /** It is being done. */
  readonly isBusy?: boolean;
}

/** The foot of a modal: do what it is about, or leave. */
export function ModalChoice({ verb, choose, dismiss, isDisabled, isBusy }: ModalChoiceProps) {
  const { t } = useTranslation();
  return (
    <Box float="right">
      <SpaceBetween size="xs" direction="horizontal">
        <Button variant="link" onClick={dismiss}>
          {t(($) => $.cancel)}
        </Button>
        <Button
          variant="primary"
          disabled={isDisabled ?? false}
          loading={isBusy ?? false}
          onClick={choose}
        >
          {verb}
        </Button>
      </SpaceBetween>
    </Box>
  );
}
