import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import type { PreviewMove, PreviewShown } from "#contracts/api/preview";
import { useFormats } from "../words/use-formats.ts";
import { Saying } from "./saying.tsx";

interface MovesProps {
  readonly preview: PreviewShown;
  readonly moves: readonly PreviewMove[];
  readonly isBusy: boolean;
  readonly onMove: (moves: readonly PreviewMove[]) => void;
}

/** As many as the API walks at once. */
const movesMax = 200;

/** What time, the patient, the phone, the agent and new files can do now. */
export function Moves({ preview, moves, isBusy, onMove }: MovesProps) {
  const { t } = useTranslation();
  const { momentIn } = useFormats();
  const { choices, zone } = preview;
  const { answers, isRinging, hasTask, isEnrolled, nextAt } = choices;
  const isFull = moves.length >= movesMax;
  // A button that goes dead under the finger loses the keyboard's place: a press too many is passed over.
  const change = (next: readonly PreviewMove[]) => {
    if (!isBusy) onMove(next);
  };
  const move = (next: PreviewMove) => change([...moves, next]);
  const button = (label: string, next: PreviewMove, isOff = false) => (
    <Button key={label} disabled={isFull || isOff} onClick={() => move(next)}>
      {label}
    </Button>
  );
  return (
    <Container header={<Header variant="h2">{t(($) => $.preview.moves.title)}</Header>}>
      <SpaceBetween size="m">
        {isFull && <Alert type="info">{t(($) => $.preview.moves.most)}</Alert>}
        <div className="row">
          {button(
            t(($) => $.preview.moves.wait),
            { do: "wait" },
            isRinging || nextAt === undefined,
          )}
          {button(
            t(($) => $.preview.moves["next-day"]),
            { do: "next-day" },
          )}
        </div>
        <Box color="text-body-secondary">
          {nextAt === undefined
            ? t(($) => $.preview.moves.over)
            : t(($) => $.preview.moves.waitUntil, { moment: momentIn(zone, nextAt) })}
        </Box>
        <div className="row">
          {answers.map(({ digit, answer }) =>
            button(
              t(($) => $.preview.moves.digit, { digit, answer }),
              { do: "say", text: digit },
            ),
          )}
          {isRinging &&
            (["machine", "no-answer"] as const).map((how) =>
              button(
                t(($) => $.preview.moves[how]),
                { do: "call", how },
              ),
            )}
          {hasTask &&
            (["resolved", "unreachable"] as const).map((outcome) =>
              button(
                t(($) => $.preview.moves[outcome]),
                { do: "close-task", outcome },
              ),
            )}
          {isEnrolled &&
            (["goal-met", "not-eligible"] as const).map((is) =>
              button(
                t(($) => $.preview.moves[is]),
                { do: "learn", is },
              ),
            )}
        </div>
        <Saying isOff={isBusy || isFull} onSay={(text) => move({ do: "say", text })} />
        <div className="row">
          <Button
            iconName="undo"
            disabled={moves.length === 0}
            onClick={() => change(moves.slice(0, -1))}
          >
            {t(($) => $.preview.moves.back)}
          </Button>
          <Button disabled={moves.length === 0} onClick={() => change([])}>
            {t(($) => $.preview.moves.again)}
          </Button>
        </div>
      </SpaceBetween>
    </Container>
  );
}
