import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ask } from "../api/ask.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Failure } from "../parts/failure.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useSignedIn } from "../session/session-context.ts";
import type { Forecasting } from "./asked.ts";
import { ForecastDesk } from "./forecast-desk.tsx";

/** What a published campaign would do to everybody, before it does. */
export function ForecastScreen() {
  const { t } = useTranslation();
  const { session } = useSignedIn();
  const { family = "", name = "" } = useParams();
  const answer = useAnswer("GET /v1/campaigns/{family}/{name}", { path: { family, name } });
  const { data, error, refetch } = answer;
  const forecasting = useMemo((): Forecasting | undefined => {
    if (data === undefined) return undefined;
    const { id, version: live } = data;
    return {
      ...{ key: `${id} ${live}`, campaign: id },
      versions: Array.from({ length: live - 1 }, (_, index) => live - 1 - index),
      part: ({ on, days, from, answers, version = live, part, of }, signal) =>
        ask(session, "GET /v1/campaigns/{family}/{name}/forecast", {
          path: { family, name },
          query: { on, days, from, answers, version: `${version}`, part: `${part}`, of: `${of}` },
          signal,
        }),
    };
  }, [session, data, family, name]);
  if (data === undefined || forecasting === undefined) {
    return error === null ? <Waiting /> : <Failure of={error} retry={() => void refetch()} />;
  }
  return (
    <SpaceBetween size="l">
      <Link className="card-link" to={`/campaigns/${data.id}`}>
        {t(($) => $.forecast.back)}
      </Link>
      <Header variant="h1" description={t(($) => $.forecast.what)}>
        {t(($) => $.forecast.of, { title: data.title })}
      </Header>
      <ForecastDesk key={forecasting.key} forecasting={forecasting} />
    </SpaceBetween>
  );
}
