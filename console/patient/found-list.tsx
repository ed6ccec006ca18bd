import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PatientsFound } from "#contracts/api/patients";
import { useFormats } from "../words/use-formats.ts";

/** Who was found, with just enough to tell them apart. */
export function FoundList({ found }: { readonly found: PatientsFound }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { patients, isCutOff } = found;
  return (
    <SpaceBetween size="s">
      <div role="status">
        <Header variant="h2">{t(($) => $.patients.found, { count: patients.length })}</Header>
      </div>
      {isCutOff && <Alert type="info">{t(($) => $.patients.cutOff)}</Alert>}
      {patients.length === 0 && <Box>{t(($) => $.patients.nobodyWhy)}</Box>}
      <ul className="said">
        {patients.map(({ patient, given, family, birthDate }) => (
          <li key={patient} className="utterance">
            <Link className="card-link" to={`/patients/${patient}`}>
              {given} {family}
            </Link>
            <Box variant="small" display="block">
              {[
                birthDate === undefined ? t(($) => $.person.unknown) : day(birthDate),
                patient,
              ].join(" · ")}
            </Box>
          </li>
        ))}
      </ul>
    </SpaceBetween>
  );
}
