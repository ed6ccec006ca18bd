import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PublishedCampaign } from "#contracts/api/campaigns";
import { useAct } from "../api/use-act.ts";
import { answerKey } from "../api/use-answer.ts";
import { Acting } from "../parts/acting.tsx";
import { Confirm } from "./confirm.tsx";

const outdates = [answerKey("GET /v1/switches"), answerKey("GET /v1/campaigns")];

/** Pauses a campaign, or takes it up again. */
export function PauseButton({ campaign }: { readonly campaign: PublishedCampaign }) {
  const { t } = useTranslation();
  const [isAsking, ask] = useState(false);
  const [family = "", name = ""] = campaign.id.split("/");
  const options = { path: { family, name }, outdates };
  const pausing = useAct("POST /v1/campaigns/{family}/{name}/pause", options);
  const resuming = useAct("POST /v1/campaigns/{family}/{name}/resume", options);
  const isRunning = campaign.state === "running";
  const verb = isRunning ? t(($) => $.switches.pause) : t(($) => $.switches.takeUp);
  const title = `${verb}: ${campaign.title}`;
  const turn = () => {
    ask(false);
    (isRunning ? pausing : resuming).mutate({});
  };
  return (
    <>
      <Button
        variant="inline-link"
        ariaLabel={title}
        loading={pausing.isPending || resuming.isPending}
        onClick={() => ask(true)}
      >
        {verb}
      </Button>
      <Acting of={[pausing, resuming]} />
      <Confirm
        isOpen={isAsking}
        title={title}
        words={isRunning ? t(($) => $.switches.pauseWhy) : t(($) => $.switches.takeUpWhy)}
        verb={verb}
        dismiss={() => ask(false)}
        confirm={turn}
      />
    </>
  );
}
