import Box from "@cloudscape-design/components/box";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useTranslation } from "react-i18next";
import type { ContactPointShown } from "#contracts/api/person";

/** Numbers and addresses, each with the channels that it carries and why one is not used. */
export function PointList({ points }: { readonly points: readonly ContactPointShown[] }) {
  const { t } = useTranslation();
  if (points.length === 0) return <Box>{t(($) => $.person.noPoints)}</Box>;
  return (
    <ul className="said" aria-label={t(($) => $.person.points)}>
      {points.map((point) => (
        <li key={point.id} className="utterance">
          <a className="card-link" href={addressOf(point)}>
            {point.address}
          </a>{" "}
          <Box variant="small">
            {t(($) => $.person.kinds[point.kind])}
            {point.whose === "guardian" && ` · ${t(($) => $.person.guardian)}`}
          </Box>
          <div className="row">
            {point.use.map(({ channel, refused }) => (
              <StatusIndicator key={channel} type={refused === undefined ? "success" : "stopped"}>
                {t(($) => $.channels[channel])}
                {refused !== undefined && `: ${t(($) => $.refused[refused])}`}
              </StatusIndicator>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What opens the telephone or the mail program. */
function addressOf({ kind, address }: ContactPointShown): string {
  return kind === "email" ? `mailto:${address}` : `tel:${address}`;
}
