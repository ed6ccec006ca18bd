import { useTranslation } from "react-i18next";
import type { TaskRow } from "#contracts/api/tasks";
import { useFormats } from "../words/use-formats.ts";

/** The language to speak, and what to have ready before the call. */
export function NeedsWords({ language, needs }: Pick<TaskRow, "language" | "needs">) {
  const { t } = useTranslation();
  const { tongue } = useFormats();
  const words = [
    needs.interpreter
      ? t(($) => $.worklist.interpreter, { language: tongue(language) })
      : tongue(language),
    ...(needs.relay ? [t(($) => $.worklist.relay)] : []),
  ];
  return <span>{words.join(" · ")}</span>;
}
