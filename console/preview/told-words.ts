import { useTranslation } from "react-i18next";
import type { ToldShown } from "#contracts/api/preview";
import { useFormats } from "../words/use-formats.ts";

/** What happened, in one sentence; a code that has no words is shown as it is. */
export function useToldWords(zone: string): (told: ToldShown) => string {
  const { t } = useTranslation();
  const { momentIn } = useFormats();
  return (told) => {
    const { is, step = "", reason = "", channel, until, queue = "", outcome = "" } = told;
    const reasons: Readonly<Record<string, string>> = t(($) => $.preview.reasons, {
      returnObjects: true,
    });
    const blanks = {
      ...{ step, queue, outcome, answer: told.answer ?? "", reason: reasons[reason] ?? reason },
      priority: priorityIn(
        told,
        t(($) => $.worklist.priorities, { returnObjects: true }),
      ),
      channel: channel === undefined ? "" : t(($) => $.channels[channel]),
      until: until === undefined ? "" : momentIn(zone, until),
    };
    const sentence = t(($) => $.preview.told[is], blanks);
    if (is !== "planned" || reason === "") return sentence;
    return `${sentence}. ${t(($) => $.preview.because, blanks)}`;
  };
}

function priorityIn({ priority = "" }: ToldShown, words: Readonly<Record<string, string>>): string {
  return words[priority] ?? priority;
}
