import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useTranslation } from "react-i18next";
import type * as z from "zod/mini";
import type { PatientShown, Scope } from "#contracts/api/patient";
import { useFormats } from "../words/use-formats.ts";
import { PermissionChanges } from "./permission-changes.tsx";
import { StandingTable } from "./standing-table.tsx";

type Permissions = PatientShown["permissions"];

interface PermissionBookProps {
  readonly patient: string;
  readonly person: PatientShown["person"];
  readonly permissions: Permissions;
}

/** What a patient allows now, what can be changed, and what it rests on. */
export function PermissionBook({ patient, person, permissions }: PermissionBookProps) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { narrowing, standing, history } = permissions;
  return (
    <Container header={<Header variant="h2">{t(($) => $.permissions.title)}</Header>}>
      <SpaceBetween size="m">
        {narrowing !== undefined && (
          <Alert type="info">
            {t(($) => $.permissions.narrowing, { until: moment(narrowing.until) })}
          </Alert>
        )}
        <StandingTable standing={standing} />
        <PermissionChanges patient={patient} person={person} version={permissions.version} />
        <ExpandableSection headerText={t(($) => $.permissions.history)} defaultExpanded>
          {history.length === 0 && <Box>{t(($) => $.permissions.noHistory)}</Box>}
          <ol className="said">
            {history.map((entry, index) => (
              // Two may be of one moment, and nothing else names them.
              // biome-ignore lint/suspicious/noArrayIndexKey: the history only grows at its front.
              <li key={history.length - index} className="utterance">
                <Box variant="small">{moment(entry.at)}</Box>
                <div>
                  {t(($) => $.permissions.says[entry.says])}: <ScopeWords scope={entry.scope} />
                </div>
                <Box variant="small" color="text-body-secondary">
                  {[
                    t(($) => $.permissions.bases[entry.basis]),
                    t(($) => $.permissions.vias[entry.via]),
                    entry.by,
                    entry.reference,
                    entry.words,
                  ]
                    .filter((part) => part !== undefined)
                    .join(" · ")}
                </Box>
              </li>
            ))}
          </ol>
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

function ScopeWords({ scope }: { readonly scope: z.infer<typeof Scope> }) {
  const { t } = useTranslation();
  const { channel, purpose, point } = scope;
  const parts = [
    ...(channel === undefined ? [] : [t(($) => $.channels[channel])]),
    ...(purpose === undefined ? [] : [t(($) => $.purposes[purpose])]),
    ...(point === undefined ? [] : [t(($) => $.permissions.onePoint)]),
  ];
  return parts.length === 0 ? t(($) => $.permissions.everything) : parts.join(" · ");
}
