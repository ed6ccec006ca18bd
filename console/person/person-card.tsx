import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type * as z from "zod/mini";
import type { Person } from "#contracts/api/person";
import { useFormats } from "../words/use-formats.ts";
import { NeedsWords } from "../worklist/needs-words.tsx";
import { ageOn } from "./age.ts";
import { PointList } from "./point-list.tsx";

interface PersonCardProps {
  readonly person: z.infer<typeof Person>;
  /** Milliseconds, by the API's clock. */
  readonly now: number;
  /** On the patient's own page, where the name stands above. */
  readonly isOwnPage?: boolean;
  /** What can be changed about them from here. */
  readonly children?: ReactNode;
}

/** Who it is, how they are talked to, what time it is where they are, and where to reach them. */
export function PersonCard({ person, now, isOwnPage = false, children }: PersonCardProps) {
  const { t } = useTranslation();
  const { day, clockIn } = useFormats();
  const { birthDate, zones, doNotContact } = person;
  const born =
    birthDate === undefined
      ? t(($) => $.person.unknown)
      : t(($) => $.person.born, { day: day(birthDate), age: ageOn(birthDate, now) });
  const items = [
    { label: t(($) => $.person.birthDate), value: born },
    {
      label: t(($) => $.person.sex),
      value: person.sex
        ? t(($) => $.person.sexes[person.sex ?? "female"])
        : t(($) => $.person.unknown),
    },
    {
      label: t(($) => $.person.language),
      value: (
        <>
          <NeedsWords language={person.language} needs={person.needs} />
          {!person.isLanguageKnown && ` (${t(($) => $.person.languageGuessed)})`}
        </>
      ),
    },
    {
      label: t(($) => $.person.clock),
      value: zones.map((zone) => clockIn(zone, now)).join(" / ") || t(($) => $.person.unknown),
    },
    { label: t(($) => $.person.identifier), value: person.patient },
  ];
  return (
    <Container
      header={
        <Header variant="h2">
          {isOwnPage ? (
            t(($) => $.person.title)
          ) : (
            <Link className="card-link" to={`/patients/${person.patient}`}>
              {person.given} {person.family}
            </Link>
          )}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {doNotContact !== undefined && (
          <Alert type="warning">{t(($) => $.person.doNotContact[doNotContact])}</Alert>
        )}
        <KeyValuePairs columns={2} items={items} />
        <PointList points={person.points} />
        {children}
      </SpaceBetween>
    </Container>
  );
}
