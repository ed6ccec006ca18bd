import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../api/use-answer.ts";
import { Failure } from "../parts/failure.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { CampaignSwitches } from "./campaign-switches.tsx";
import { HaltSwitch } from "./halt-switch.tsx";

/** What others turned is seen within this. Ms. */
const everyMs = 10_000;

const halts = ["everything", "sms", "voice", "email"] as const;

/** The switches for the day on which patients get something wrong. */
export function SwitchesScreen() {
  const { t } = useTranslation();
  const { data, error, refetch } = useAnswer("GET /v1/switches", { everyMs });
  if (data === undefined) {
    return error === null ? <Waiting /> : <Failure of={error} retry={() => void refetch()} />;
  }
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={t(($) => $.switches.what)}>
        {t(($) => $.switches.title)}
      </Header>
      <Container header={<Header variant="h2">{t(($) => $.switches.contacts)}</Header>}>
        <SpaceBetween size="m">
          {halts.map((what) => (
            <HaltSwitch
              key={what}
              what={what}
              halt={data.halts.find((halt) => halt.what === what)}
              isCovered={data.halts.some((halt) => halt.what === "everything")}
            />
          ))}
        </SpaceBetween>
      </Container>
      <CampaignSwitches />
    </SpaceBetween>
  );
}
