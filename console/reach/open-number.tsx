import Button from "@cloudscape-design/components/button";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "../session/session-context.ts";
import { useFormats } from "../words/use-formats.ts";

interface OpenNumberProps {
  /** `null`: hidden, for it is of few. Absent: nothing is told of it. */
  readonly number: number | null | undefined;
  /** What is counted, for whoever hears the button read. */
  readonly what: string;
  readonly onOpen: () => void;
}

/** A number; for whoever may see whom it counts, a button that opens them. */
export function OpenNumber({ number, what, onOpen }: OpenNumberProps) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { me } = useSignedIn();
  if (number === undefined) return "–";
  if (number === null) return t(($) => $.reach.hidden);
  const mayOpen = me.roles.some((role) => role === "care-manager" || role === "analyst");
  if (number === 0 || !mayOpen) return count(number);
  return (
    <Button
      variant="inline-link"
      ariaLabel={t(($) => $.reach.open, { number: count(number), what })}
      onClick={onOpen}
    >
      {count(number)}
    </Button>
  );
}
