import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import { type ChangedLine, differencesOf } from "./difference.ts";
import "./drafts.css";

interface DifferenceProps {
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** Line by line what is new and what is gone, in words for who hears it and in marks for who sees it. */
export function Difference({ before, after }: DifferenceProps) {
  const { t } = useTranslation();
  const changed = differencesOf(before, after);
  if (changed.length === 0) return <Box>{t(($) => $.drafts.alike)}</Box>;
  return (
    <SpaceBetween size="m">
      {changed.map(({ file, hunks }) => (
        <section key={file} aria-label={file}>
          <Box variant="h3">{file}</Box>
          {hunks.map(({ at, lines }) => (
            <section key={at} className="hunk" aria-label={t(($) => $.drafts.fromLine, { at })}>
              {lines.map((line, number) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone.
                <Line key={number} line={line} />
              ))}
            </section>
          ))}
        </section>
      ))}
    </SpaceBetween>
  );
}

function Line({ line: { is, text } }: { readonly line: ChangedLine }) {
  if (is === "added") return <ins className="line">{text}</ins>;
  if (is === "removed") return <del className="line">{text}</del>;
  return <span className="line">{text}</span>;
}
