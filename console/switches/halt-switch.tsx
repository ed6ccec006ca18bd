import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HaltBody, Switches } from "#contracts/api/switches";
import { useAct } from "../api/use-act.ts";
import { answerKey } from "../api/use-answer.ts";
import { Acting } from "../parts/acting.tsx";
import { useSignedIn } from "../session/session-context.ts";
import { useFormats } from "../words/use-formats.ts";
import { Confirm } from "./confirm.tsx";
import { mayResume } from "./may-resume.ts";

interface HaltSwitchProps {
  readonly what: HaltBody["what"];
  /** As it stands; absent where contacts go on. */
  readonly halt: Switches["halts"][number] | undefined;
  /** All contacts are stopped: of this channel too, whatever its own switch says. */
  readonly isCovered: boolean;
}

const outdates = [answerKey("GET /v1/switches")];

/** One switch: whether contacts go on, since when not and why, and the button that turns it. */
export function HaltSwitch({ what, halt, isCovered }: HaltSwitchProps) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { me } = useSignedIn();
  const [isAsking, ask] = useState(false);
  const halting = useAct("POST /v1/switches/halt", { outdates });
  const resuming = useAct("POST /v1/switches/resume", { outdates });
  const name = t(($) => $.switches.halts[what]);
  const words = halt
    ? t(($) => $.switches.stopped[halt.reason ?? "person"], { since: moment(halt.since) })
    : t(($) => (isCovered ? $.switches.covered : $.switches.goesOn));
  const verb = halt ? t(($) => $.switches.resume) : t(($) => $.switches.stop);
  const turn = () => {
    ask(false);
    if (halt) resuming.mutate({ what, since: halt.since });
    else halting.mutate({ what });
  };
  return (
    <SpaceBetween size="xs">
      <SpaceBetween size="m" direction="horizontal" alignItems="center">
        <strong>{name}</strong>
        <StatusIndicator type={halt || isCovered ? "stopped" : "success"}>{words}</StatusIndicator>
        {(!halt || mayResume(me.roles)) && (
          <Button
            ariaLabel={`${verb}: ${name}`}
            loading={halting.isPending || resuming.isPending}
            onClick={() => ask(true)}
          >
            {verb}
          </Button>
        )}
      </SpaceBetween>
      <Acting of={[halting, resuming]} />
      <Confirm
        isOpen={isAsking}
        title={`${verb}: ${name}`}
        words={halt ? t(($) => $.switches.resumeWhy) : t(($) => $.switches.stopWhy)}
        verb={verb}
        dismiss={() => ask(false)}
        confirm={turn}
      />
    </SpaceBetween>
  );
}
