import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import { useTranslation } from "react-i18next";
import { Refused, Unreachable } from "../api/refused.ts";
import { useFormats } from "../words/use-formats.ts";

interface FailureProps {
  readonly of: unknown;
  /** Asks the same again. */
  readonly retry?: () => void;
}

/** What failed, as a sentence, what can be done, and the number to tell whoever looks at the log. */
export function Failure({ of, retry }: FailureProps) {
  const { t } = useTranslation();
  const request = of instanceof Refused ? of.request : undefined;
  return (
    <Alert
      type="error"
      header={t(($) => $.failure.title)}
      action={retry && <Button onClick={retry}>{t(($) => $.failure.retry)}</Button>}
    >
      <FailureWords of={of} />
      {request !== undefined && (
        <Box variant="small" display="block">
          {t(($) => $.failure.request, { request })}
        </Box>
      )}
    </Alert>
  );
}

/** The same in one sentence, where there is little room. */
export function FailureWords({ of }: { readonly of: unknown }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  if (of instanceof Refused && of.holder !== undefined) {
    const { name, since } = of.holder;
    return t(($) => $.failure.heldBy, { name, since: moment(since) });
  }
  if (of instanceof Unreachable) return t(($) => $.failure.unreachable);
  if (of instanceof Refused) return t(($) => $.problem[of.code]);
  return t(($) => $.failure.unexpected);
}
