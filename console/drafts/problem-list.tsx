import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useTranslation } from "react-i18next";
import type { DraftShown } from "#contracts/api/drafts";

type Problem = DraftShown["problems"][number];

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** Leads to the place; without it the place is told and that is all. */
  readonly goTo?: (problem: Problem) => void;
}

/** Every problem with its file, line and column, and what to do; how many is read aloud as it changes. */
export function ProblemList({ problems, goTo }: ProblemListProps) {
  const { t } = useTranslation();
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const counts = [
    t(($) => $.drafts.errors, { count: errors }),
    t(($) => $.drafts.warnings, { count: problems.length - errors }),
  ].join(", ");
  return (
    <Container header={<Header variant="h2">{t(($) => $.drafts.problems)}</Header>}>
      <div role="status">
        <StatusIndicator type={errors > 0 ? "error" : "success"}>{counts}</StatusIndicator>
      </div>
      <ul className="problems">
        {problems.map((problem) => {
          const { file, line, column, severity, code, message } = problem;
          const place = t(($) => $.drafts.place, { file, line, column });
          const kind = t(($) => $.drafts.severities[severity]);
          const words = (
            <>
              <Box variant="strong">{place}</Box> {kind}: {message}
            </>
          );
          return (
            <li key={`${file}:${line}:${column}:${code}:${message}`}>
              {goTo === undefined ? (
                words
              ) : (
                <button type="button" onClick={() => goTo(problem)}>
                  {words}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Container>
  );
}
