import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useTranslation } from "react-i18next";
import { useFormats } from "../words/use-formats.ts";

interface TimeLeftProps {
  /** ISO 8601. */
  readonly deadline: string;
  /** Milliseconds, by the API's clock. */
  readonly now: number;
}

/** From here on a deadline is near: time for one call. */
const nearMs = 15 * 60_000;

/** How long there is still, or by how long it was missed; in words and by an icon, not by color alone. */
export function TimeLeft({ deadline, now }: TimeLeftProps) {
  const { t } = useTranslation();
  const { moment, span } = useFormats();
  const left = Date.parse(deadline) - now;
  const words =
    left < 0
      ? t(($) => $.worklist.overdue, { time: span(-left) })
      : t(($) => $.worklist.left, { time: span(left) });
  return (
    <time dateTime={deadline} title={moment(deadline)}>
      <StatusIndicator type={left < 0 ? "error" : left < nearMs ? "warning" : "pending"}>
        {words}
      </StatusIndicator>
    </time>
  );
}
