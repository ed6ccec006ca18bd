import Alert from "@cloudscape-design/components/alert";
import type { UseMutationResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { FailureWords } from "./failure.tsx";

interface ActingProps {
  /** Changes that were asked for in this place. */
  readonly of: readonly Pick<UseMutationResult, "error" | "isPaused" | "reset">[];
}

/** What became of a change that did not go through, or that waits for the connection. */
export function Acting({ of }: ActingProps) {
  const { t } = useTranslation();
  if (of.some(({ isPaused }) => isPaused)) {
    return <Alert type="warning">{t(($) => $.failure.waitsForConnection)}</Alert>;
  }
  const failed = of.find(({ error }) => error !== null);
  if (failed === undefined) return null;
  return (
    <Alert type="error" dismissible onDismiss={() => failed.reset()}>
      <FailureWords of={failed.error} />
    </Alert>
  );
}
