import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { Failure } from "../parts/failure.tsx";
import type { Asked, Forecasting } from "./asked.ts";
import { Difference } from "./difference.tsx";
import { ForecastFields } from "./forecast-fields.tsx";
import { Progress } from "./progress.tsx";
import { Report } from "./report.tsx";
import { tableIn } from "./table-in.ts";
import { type Counting, useCount } from "./use-count.ts";

/** What is asked, how far it has been counted, and what comes of it. */
export function ForecastDesk({ forecasting }: { readonly forecasting: Forecasting }) {
  const [asked, setAsked] = useState<Asked>();
  const [run, setRun] = useState(0);
  const [isStopped, setStopped] = useState(false);
  const now = useForecast(forecasting, asked, { run, isStopped });
  const against = asked?.against;
  const before = useForecast(forecasting, against === undefined ? undefined : asked, {
    ...{ run, isStopped },
    ...(against === undefined ? {} : { version: against }),
  });
  const table = asked && now.counted && tableIn(forecasting.campaign, asked, now.counted);
  const other = asked && before.counted && tableIn(forecasting.campaign, asked, before.counted);
  const all = against === undefined ? [now] : [now, before];
  const failed = all.find(({ error }) => error !== undefined);
  return (
    <SpaceBetween size="l">
      <ForecastFields
        versions={forecasting.versions}
        onCount={(next) => {
          setStopped(false);
          setRun(run + 1);
          setAsked(next);
        }}
      />
      {failed !== undefined && <Failure of={failed.error} />}
      {asked !== undefined && (
        <Progress all={all} isStopped={isStopped} onStop={() => setStopped(true)} />
      )}
      {table !== undefined && other !== undefined && against !== undefined && (
        <Difference now={table} before={other} version={against} />
      )}
      {table !== undefined && <Report table={table} />}
    </SpaceBetween>
  );
}

interface ForecastOf {
  /** Each time that it is asked for, it is counted anew. */
  readonly run: number;
  readonly isStopped: boolean;
  /** A published version; left out: what is forecast here. */
  readonly version?: number;
}

function useForecast(
  forecasting: Forecasting,
  asked: Asked | undefined,
  { run, isStopped, ...version }: ForecastOf,
): Counting {
  const key = asked && JSON.stringify([forecasting.key, asked, version, run]);
  return useCount(
    key,
    (part, of, signal) => {
      if (asked === undefined) throw new Error("Nothing is asked.");
      return forecasting.part({ ...asked, ...version, part, of }, signal);
    },
    isStopped,
  );
}
