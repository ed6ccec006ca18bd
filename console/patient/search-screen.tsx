import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PatientSearch } from "#contracts/api/patients";
import { ask } from "../api/ask.ts";
import { mayPass } from "../api/refused.ts";
import { Failure } from "../parts/failure.tsx";
import { useSignedIn } from "../session/session-context.ts";
import { FoundList } from "./found-list.tsx";
import { SearchFields } from "./search-fields.tsx";

const ways = ["name", "phone", "identifier"] as const;
export type Way = (typeof ways)[number];

/** What is in the fields, of whichever way. */
export interface Sought {
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly identifier: string;
}

const nothing: Sought = { family: "", given: "", birthDate: "", phone: "", identifier: "" };

/** Finds a patient by what a caller says of themselves. Nothing of it stands in an address. */
export function SearchScreen() {
  const { t } = useTranslation();
  const { session } = useSignedIn();
  const [way, setWay] = useState<Way>("name");
  const [sought, setSought] = useState(nothing);
  const wanted = searchOf(way, sought);
  const searching = useMutation({
    mutationFn: (body: PatientSearch) => ask(session, "POST /v1/patients/search", { body }),
    retry: (failures, failure) => failures < 2 && mayPass(failure),
  });
  const search = () => {
    if (wanted !== undefined) searching.mutate(wanted);
  };
  return (
    <SpaceBetween size="l">
      <Header variant="h1">{t(($) => $.patients.title)}</Header>
      <Container>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            search();
          }}
        >
          <SpaceBetween size="m">
            <SegmentedControl
              label={t(($) => $.patients.by)}
              selectedId={way}
              options={ways.map((id) => ({ id, text: t(($) => $.patients.ways[id]) }))}
              onChange={({ detail }) =>
                setWay(ways.find((one) => one === detail.selectedId) ?? "name")
              }
            />
            <SearchFields way={way} sought={sought} onChange={setSought} />
            <Button
              variant="primary"
              formAction="submit"
              disabled={wanted === undefined}
              loading={searching.isPending}
            >
              {t(($) => $.patients.search)}
            </Button>
          </SpaceBetween>
        </form>
      </Container>
      {searching.error !== null && <Failure of={searching.error} retry={search} />}
      {searching.data && <FoundList found={searching.data} />}
      {searching.isIdle && <Box color="text-body-secondary">{t(($) => $.patients.noted)}</Box>}
    </SpaceBetween>
  );
}

/** What is asked of the API; undefined while something that it needs is missing. */
function searchOf(way: Way, sought: Sought): PatientSearch | undefined {
  const { family, given, birthDate, phone, identifier } = sought;
  switch (way) {
    case "phone":
      return phone.trim().length < 5 ? undefined : { by: "phone", phone };
    case "identifier":
      return identifier.trim() === ""
        ? undefined
        : { by: "identifier", identifier: identifier.trim() };
    case "name":
      if (family.trim() === "" || !/^\d{4}-\d\d-\d\d$/.test(birthDate)) return undefined;
      return { by: "name", family, birthDate, ...(given.trim() === "" ? {} : { given }) };
  }
}
