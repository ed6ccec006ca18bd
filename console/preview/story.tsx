import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useTranslation } from "react-i18next";
import type { PreviewShown, ToldShown } from "#contracts/api/preview";
import { useFormats } from "../words/use-formats.ts";
import { useToldWords } from "./told-words.ts";

interface StoryProps {
  readonly preview: PreviewShown;
  /** Of the messages, for whoever hears them read. */
  readonly language: string;
}

/** All that happened so far, in order; what is new is read aloud. */
export function Story({ preview: { told, zone, now }, language }: StoryProps) {
  const { t } = useTranslation();
  const { momentIn } = useFormats();
  return (
    <Container
      header={
        <Header variant="h2" description={t(($) => $.preview.zoneNote, { zone })}>
          {t(($) => $.preview.story)}
        </Header>
      }
    >
      <div aria-live="polite">
        <ol className="said">
          {told.map((one, index) => (
            // Two things can happen in one moment; their order is the walk's.
            // biome-ignore lint/suspicious/noArrayIndexKey: a story only grows at its end.
            <Happened key={index} told={one} zone={zone} language={language} />
          ))}
        </ol>
        <Box color="text-body-secondary">
          {t(($) => $.preview.now, { moment: momentIn(zone, now) })}
        </Box>
      </div>
    </Container>
  );
}

interface HappenedProps {
  readonly told: ToldShown;
  readonly zone: string;
  readonly language: string;
}

function Happened({ told, zone, language }: HappenedProps) {
  const { t } = useTranslation();
  const { momentIn } = useFormats();
  const wordsOf = useToldWords(zone);
  const { at, is, isNotice, meanings = [], rule, subject, text, tier } = told;
  return (
    <li className={is === "said" ? "utterance heard" : "utterance"} data-told={is}>
      <Box variant="small">
        <time dateTime={at}>{momentIn(zone, at)}</time>
      </Box>{" "}
      {tier !== undefined && <Badge color="severity-high">{tier}</Badge>}
      <div>
        <strong>{wordsOf(told)}</strong>
      </div>
      {subject !== undefined && <div lang={language}>{subject}</div>}
      {text !== undefined && (
        <div className="words" lang={is === "task" ? "en" : language}>
          {text}
        </div>
      )}
      {isNotice && <Box variant="small">{t(($) => $.preview.notice)}</Box>}
      {meanings.length > 0 && (
        <Box variant="small">{t(($) => $.preview.takenFor, { meanings: meanings.join(", ") })}</Box>
      )}
      {rule !== undefined && <Box variant="small">{t(($) => $.preview.rule, { rule })}</Box>}
    </li>
  );
}
