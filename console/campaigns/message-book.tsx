import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { WordsShown } from "#contracts/api/campaign";
import { useFormats } from "../words/use-formats.ts";

/** It brings lists of medicines and tests: the words are there before it. */
const Gist = lazy(async () => ({ default: (await import("./gist.tsx")).Gist }));

const channels = ["sms", "email", "voice"] as const;

/** Every message, its languages side by side on each channel, with what a text costs. */
export function MessageBook({ messages }: { readonly messages: readonly WordsShown[] }) {
  const { t } = useTranslation();
  const keys = [...new Set(messages.map(({ key }) => key))];
  return (
    <Container
      header={
        <Header variant="h2" description={t(($) => $.campaign.messagesWhy)}>
          {t(($) => $.campaign.messages)}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {keys.map((key) => (
          <section key={key} aria-label={key}>
            <Box variant="h3">{key}</Box>
            {channels.map((channel) => {
              const written = messages.filter((one) => one.key === key && one[channel]);
              if (written.length === 0) return null;
              return (
                <div key={channel} className="side-by-side">
                  {written.map((one) => (
                    <Written key={one.language} words={one} channel={channel} />
                  ))}
                </div>
              );
            })}
          </section>
        ))}
      </SpaceBetween>
    </Container>
  );
}

interface WrittenProps {
  readonly words: WordsShown;
  readonly channel: (typeof channels)[number];
}

function Written({ words, channel }: WrittenProps) {
  const { t } = useTranslation();
  const { tongue } = useFormats();
  const { language, sms, email, voice } = words;
  const text = channel === "sms" ? sms?.text : channel === "email" ? email?.text : voice;
  const texts = useMemo(
    () =>
      [channel === "email" ? email?.subject : undefined, text].filter((one) => one !== undefined),
    [channel, email, text],
  );
  return (
    <div className="utterance" lang={language}>
      <Box variant="small">{[t(($) => $.channels[channel]), tongue(language)].join(" · ")}</Box>{" "}
      {channel === "sms" && sms !== undefined && (
        <Badge color={sms.segments > 1 || sms.encoding === "UCS-2" ? "severity-medium" : "green"}>
          {t(($) => $.campaign.segments, { count: sms.segments, units: sms.units })} {sms.encoding}
        </Badge>
      )}
      <Suspense fallback={null}>
        <Gist texts={texts} language={language} />
      </Suspense>
      {channel === "email" && (
        <div>
          <Box variant="strong">{email?.subject}</Box>
        </div>
      )}
      <div className="words">{text}</div>
    </div>
  );
}
