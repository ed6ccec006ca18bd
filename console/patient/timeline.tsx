import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TimelinePage } from "#contracts/api/timeline";
import { ask } from "../api/ask.ts";
import { Failure } from "../parts/failure.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useSignedIn } from "../session/session-context.ts";
import { useFormats } from "../words/use-formats.ts";

type Entry = TimelinePage["entries"][number];

/** All that was done, said and held back, the latest first, each with its why. */
export function Timeline({ patient }: { readonly patient: string }) {
  const { t } = useTranslation();
  const { session } = useSignedIn();
  const [isWhyNot, setWhyNot] = useState(false);
  const query = useInfiniteQuery<
    TimelinePage,
    Error,
    InfiniteData<TimelinePage>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: ["GET /v1/patients/{patient}/timeline", { patient }],
    queryFn: ({ pageParam, signal }) =>
      ask(session, "GET /v1/patients/{patient}/timeline", {
        path: { patient },
        query: { cursor: pageParam, limit: "50" },
        signal,
      }),
    initialPageParam: undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });
  const { data, error, refetch, hasNextPage } = query;
  const zone = data?.pages[0]?.zone;
  const entries = (data?.pages ?? []).flatMap((page) => page.entries);
  const shown = isWhyNot ? entries.filter(isHeldBack) : entries;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={zone === undefined ? undefined : t(($) => $.patients.zone, { zone })}
          actions={
            <Toggle checked={isWhyNot} onChange={({ detail }) => setWhyNot(detail.checked)}>
              {t(($) => $.patients.whyNot)}
            </Toggle>
          }
        >
          {t(($) => $.patients.timeline)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {data === undefined && error === null && <Waiting />}
        {error !== null && <Failure of={error} retry={() => void refetch()} />}
        {data !== undefined && shown.length === 0 && (
          <Box color="text-status-inactive">{t(($) => $.patients.noEntries)}</Box>
        )}
        <ol className="said">
          {shown.map((entry) => (
            <Happened key={`${entry.revision} ${entry.index}`} entry={entry} zone={zone ?? "UTC"} />
          ))}
        </ol>
        {hasNextPage && (
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t(($) => $.patients.earlier)}
          </Button>
        )}
      </SpaceBetween>
    </Container>
  );
}

function Happened({ entry, zone }: { readonly entry: Entry; readonly zone: string }) {
  const { momentIn } = useFormats();
  const { t } = useTranslation();
  const { reason, rule, tier, text } = entry;
  const why = [reason, rule].filter((part) => part !== undefined);
  return (
    <li className={text === undefined ? "utterance" : "utterance heard"}>
      <Box variant="small">
        <time dateTime={entry.at}>{momentIn(zone, entry.at)}</time>
      </Box>{" "}
      {tier !== undefined && <Badge color="severity-high">{tier}</Badge>}
      <div>{entry.words}</div>
      {text !== undefined && <div className="words">“{text}”</div>}
      {why.length > 0 && (
        <Box variant="small" color="text-body-secondary">
          {t(($) => $.patients.why, { why: why.join(", ") })}
        </Box>
      )}
    </li>
  );
}

/** Contacts that were not made, and enrollments that were refused. */
function isHeldBack({ type }: Entry): boolean {
  return /withheld|refused/.test(type);
}
