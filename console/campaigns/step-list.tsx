import Box from "@cloudscape-design/components/box";
import { useTranslation } from "react-i18next";
import type { StepShown } from "#contracts/api/campaign";
import { useStepWords } from "./step-words.ts";

/** The steps in words: what the picture shows, for whoever does not see it. */
export function StepList({ steps }: { readonly steps: readonly StepShown[] }) {
  const { t } = useTranslation();
  const wordsOf = useStepWords();
  return (
    <ol className="said">
      {steps.map((step) => (
        <li key={step.name} className="utterance">
          <Box variant="strong">{step.name}</Box>{" "}
          <Box variant="small">{t(($) => $.step.kinds[step.kind])}</Box>
          <div>{wordsOf(step)}</div>
          {step.task !== undefined && <div>{step.task.words}</div>}
          {step.ways.length > 0 && (
            <ul>
              {step.ways.map(({ on, to }) => (
                <li key={on}>{t(($) => $.step.leads, { on, to })}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
