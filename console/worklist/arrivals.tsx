import LiveRegion from "@cloudscape-design/components/live-region";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "#contracts/api/tasks";

interface ArrivalsProps {
  readonly tasks: readonly TaskRow[];
  /** False while the rows are another filter's. */
  readonly isKnown: boolean;
}

/** Says aloud that something pressing came in: whoever does not look at the list must hear of it. */
export function Arrivals({ tasks, isKnown }: ArrivalsProps) {
  const { t } = useTranslation();
  const known = useRef<ReadonlySet<string>>(undefined);
  const [arrived, setArrived] = useState(0);
  useEffect(() => {
    if (!isKnown) return;
    const pressing = tasks.filter(({ priority }) => priority === "stat" || priority === "urgent");
    const before = known.current;
    if (before !== undefined) {
      const fresh = pressing.filter(({ task }) => !before.has(task));
      if (fresh.length > 0) setArrived(fresh.length);
    }
    known.current = new Set([...(before ?? []), ...pressing.map(({ task }) => task)]);
  }, [tasks, isKnown]);
  return (
    <LiveRegion assertive hidden>
      {arrived > 0 ? t(($) => $.worklist.arrived, { count: arrived }) : ""}
    </LiveRegion>
  );
}
