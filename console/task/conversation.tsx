import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useTranslation } from "react-i18next";
import type * as z from "zod/mini";
import type { TaskContext, Utterance as UtteranceContract } from "#contracts/api/task-context";
import { useFormats } from "../words/use-formats.ts";
import { type Match, passagesOf } from "./passages.ts";

type Utterance = z.infer<typeof UtteranceContract>;

/** What was said by whom, oldest first, with the words by which a reply was read. */
export function Conversation({ context }: { readonly context: TaskContext }) {
  const { t } = useTranslation();
  const { conversation } = context;
  return (
    <Container header={<Header variant="h2">{t(($) => $.task.conversation)}</Header>}>
      {conversation.length === 0 ? (
        <Box color="text-status-inactive">{t(($) => $.task.nothingSaid)}</Box>
      ) : (
        <ol className="said">
          {conversation.map((one) => (
            <Said key={`${one.is} ${one.at} ${one.text ?? ""}`} one={one} />
          ))}
        </ol>
      )}
    </Container>
  );
}

function Said({ one }: { readonly one: Utterance }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const who = one.is === "heard" ? t(($) => $.task.patient) : t(($) => $.task.us);
  return (
    <li className={`utterance ${one.is}`}>
      <Box variant="small">
        {[who, t(($) => $.channels[one.channel]), moment(one.at)].join(" · ")}
        {one.is === "said" && ` · ${t(($) => $.touchStates[one.status])}`}
        {one.is === "heard" && one.isReason && (
          <>
            {" "}
            <Badge color="severity-high">{t(($) => $.task.isReason)}</Badge>
          </>
        )}
      </Box>
      <div className="words">
        {one.is === "heard" ? (
          <Marked text={one.text} matches={one.matches} />
        ) : (
          (one.text ?? <i>{t(($) => $.task.noText, { step: one.step })}</i>)
        )}
      </div>
      {one.is === "heard" && one.meanings.length > 0 && (
        <Box variant="small" color="text-body-secondary">
          {t(($) => $.task.takenFor, { meanings: one.meanings.join(", ") })}
        </Box>
      )}
    </li>
  );
}

/** The patient's words, with those that a rule matched marked; the rule is told beside them. */
function Marked({ text, matches }: { readonly text: string; readonly matches: readonly Match[] }) {
  return passagesOf(text, matches).map(({ words, rules, start }) =>
    rules.length === 0 ? (
      <span key={start}>{words}</span>
    ) : (
      <span key={start}>
        <mark title={rules.join(", ")}>{words}</mark>
        <Box variant="small"> ({rules.join(", ")})</Box>
      </span>
    ),
  );
}
