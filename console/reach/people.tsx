import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ReachPeople } from "#contracts/api/reach";
import { ask } from "../api/ask.ts";
import { Failure } from "../parts/failure.tsx";
import { saveFile } from "../parts/save-file.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useSignedIn } from "../session/session-context.ts";
import { useFormats } from "../words/use-formats.ts";
import { csvOf } from "./csv.ts";
import type { ReachFilter } from "./filters.tsx";

/** A number that was opened: which, of which group, and what it is called. */
export interface Opened {
  readonly measure: string;
  readonly value: string | undefined;
  readonly what: string;
}

interface PeopleProps {
  readonly filter: ReachFilter;
  readonly opened: Opened;
  readonly onClose: () => void;
}

/** The people behind a number, by id: who may see more goes on to the patient. */
export function People({ filter, opened, onClose }: PeopleProps) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { session, me } = useSignedIn();
  const { campaign, from, through, by } = filter;
  const { measure, value, what } = opened;
  const group = value === undefined ? {} : { by: by || undefined, value };
  const query = useInfiniteQuery<
    ReachPeople,
    Error,
    InfiniteData<ReachPeople>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: ["GET /v1/reach/people", filter, measure, value],
    queryFn: ({ pageParam, signal }) =>
      ask(session, "GET /v1/reach/people", {
        query: { ...group, campaign, from, through, measure, limit: "100", cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });
  const people = (query.data?.pages ?? []).flatMap((page) => page.people);
  const maySeePatients = me.roles.includes("care-manager");
  const save = () => {
    const head = ["patient", "campaign", "version", "week", "at"];
    const rows = people.map((one) => [one.patient, one.campaign, one.version, one.week, one.at]);
    saveFile("people.csv", new Blob([csvOf([head, ...rows])], { type: "text/csv" }));
  };
  return (
    <Modal
      visible
      size="large"
      onDismiss={onClose}
      header={what}
      footer={
        <SpaceBetween size="xs" direction="horizontal">
          <Button iconName="download" disabled={people.length === 0} onClick={save}>
            CSV
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t(($) => $.reach.close)}
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="m">
        {query.isPending && <Waiting />}
        {query.error !== null && <Failure of={query.error} retry={() => void query.refetch()} />}
        {query.isSuccess && people.length === 0 && !query.hasNextPage && (
          <Box>{t(($) => $.reach.nobody)}</Box>
        )}
        <ul className="said">
          {people.map(({ patient, campaign: id, version, at }) => (
            <li key={`${patient} ${id} ${at}`} className="utterance">
              {maySeePatients ? (
                <Link className="card-link" to={`/patients/${patient}`}>
                  {patient}
                </Link>
              ) : (
                patient
              )}{" "}
              <Box variant="small">{`${id} · ${version} · ${moment(at)}`}</Box>
            </li>
          ))}
        </ul>
        {query.hasNextPage && (
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t(($) => $.worklist.more)}
          </Button>
        )}
      </SpaceBetween>
    </Modal>
  );
}
