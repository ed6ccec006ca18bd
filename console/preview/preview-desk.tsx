import Grid from "@cloudscape-design/components/grid";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PreviewMove } from "#contracts/api/preview";
import { Failure } from "../parts/failure.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { type Asked, asking, firstAsked, type Previewing } from "./asked.ts";
import { AudienceTold } from "./audience-told.tsx";
import { Moves } from "./moves.tsx";
import { Story } from "./story.tsx";
import { Who } from "./who.tsx";

interface PreviewDeskProps {
  readonly previewing: Previewing;
  /** Somebody of the clinic to begin with; empty: somebody made up. */
  readonly patient?: string;
}

/** Who it is on one side, what happens to them on the other, and what may happen next below. */
export function PreviewDesk({ previewing, patient = "" }: PreviewDeskProps) {
  const [asked, setAsked] = useState<Asked>(() => {
    return firstAsked(previewing.patient === undefined ? "" : patient);
  });
  const [moves, setMoves] = useState<readonly PreviewMove[]>([]);
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ["preview", previewing.key, asked, moves],
    queryFn: ({ signal }) => asking(previewing, asked, moves)(signal),
    placeholderData: keepPreviousData,
    // The same moves give the same story; and each look at a patient is noted.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const begin = (next: Asked) => {
    setMoves([]);
    setAsked(next);
  };
  return (
    <Grid gridDefinition={columns}>
      <SpaceBetween size="l">
        <Who previewing={previewing} asked={asked} onShow={begin} />
        {data !== undefined && <AudienceTold preview={data} isForced={asked.isForced} />}
      </SpaceBetween>
      <SpaceBetween size="l">
        {error !== null && <Failure of={error} retry={() => void refetch()} />}
        {data === undefined && error === null && <Waiting />}
        {data !== undefined && (
          <SpaceBetween size="l">
            <Story preview={data} language={asked.made.language} />
            <Moves preview={data} moves={moves} isBusy={isFetching} onMove={setMoves} />
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Grid>
  );
}

const columns = [{ colspan: { default: 12, m: 4 } }, { colspan: { default: 12, m: 8 } }];
