import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { ask } from "../api/ask.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Failure } from "../parts/failure.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useSignedIn } from "../session/session-context.ts";
import type { Previewing } from "./asked.ts";
import { PreviewDesk } from "./preview-desk.tsx";

/** What a published campaign would do with one patient, before it does. */
export function PreviewScreen() {
  const { t } = useTranslation();
  const { session, me } = useSignedIn();
  const { family = "", name = "" } = useParams();
  // Behind the `#`, as every address here.
  const [search] = useSearchParams();
  const path = { family, name };
  const answer = useAnswer("GET /v1/campaigns/{family}/{name}", { path });
  const { data, error, refetch } = answer;
  const mayPick = me.roles.includes("care-manager");
  const previewing = useMemo((): Previewing | undefined => {
    if (data === undefined) return undefined;
    const { id, version, concepts } = data;
    const made = "POST /v1/campaigns/{family}/{name}/preview";
    return {
      ...{ key: `${id} ${version}`, concepts },
      made: (body, signal) => ask(session, made, { path: { family, name }, body, signal }),
      ...(mayPick
        ? {
            patient: (patient, walked, signal) =>
              ask(session, "POST /v1/patients/{patient}/preview", {
                ...{ path: { patient }, body: { campaign: id, version, ...walked }, signal },
              }),
          }
        : {}),
    };
  }, [session, data, family, name, mayPick]);
  if (data === undefined || previewing === undefined) {
    return error === null ? <Waiting /> : <Failure of={error} retry={() => void refetch()} />;
  }
  return (
    <SpaceBetween size="l">
      <Link className="card-link" to={`/campaigns/${data.id}`}>
        {t(($) => $.preview.back)}
      </Link>
      <Header variant="h1" description={t(($) => $.preview.what)}>
        {t(($) => $.preview.of, { title: data.title })}
      </Header>
      <PreviewDesk
        key={previewing.key}
        previewing={previewing}
        patient={search.get("patient") ?? ""}
      />
    </SpaceBetween>
  );
}
