import { useTranslation } from "react-i18next";
import type { StepShown } from "#contracts/api/campaign";
import { useSpan } from "./use-span.ts";

/** What a step does, in one line. */
export function useStepWords(): (step: StepShown) => string {
  const { t } = useTranslation();
  const span = useSpan();
  return (step) => {
    const { over = [], wait, tries, asks, task, outcome } = step;
    const waits = wait === undefined ? [] : [t(($) => $.step.waits, { span: span(wait) })];
    switch (step.kind) {
      case "send":
        return [over.map((channel) => t(($) => $.channels[channel])).join(", "), ...waits].join(
          " · ",
        );
      case "call":
        return [t(($) => $.step.tries, { count: tries ?? 1 }), ...waits].join(" · ");
      case "wait":
        return waits.join();
      case "branch":
        return asks === undefined ? "" : t(($) => $.step.asks[asks.about], { of: asks.of });
      case "escalate":
        return task === undefined
          ? ""
          : t(($) => $.step.task, { queue: task.queue, span: span(task.within) });
      case "end":
        return outcome ?? "";
    }
  };
}
