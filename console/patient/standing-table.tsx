import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useTranslation } from "react-i18next";
import type { PatientShown } from "#contracts/api/patient";

type Standing = PatientShown["permissions"]["standing"];

/** Every purpose with every channel: whether the patient may be contacted so, or why not. */
export function StandingTable({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation();
  const channels = [...new Set(standing.map(({ channel }) => channel))];
  const purposes = [...new Set(standing.map(({ purpose }) => purpose))];
  const at = (channel: string, purpose: string) =>
    standing.find((one) => one.channel === channel && one.purpose === purpose);
  return (
    <table className="standing" aria-label={t(($) => $.permissions.now)}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.permissions.purpose)}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col">
              {t(($) => $.channels[channel])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {purposes.map((purpose) => (
          <tr key={purpose}>
            <th scope="row">{t(($) => $.purposes[purpose])}</th>
            {channels.map((channel) => {
              const refused = at(channel, purpose)?.refused;
              return (
                <td key={channel}>
                  <StatusIndicator type={refused === undefined ? "success" : "stopped"}>
                    {refused === undefined
                      ? t(($) => $.permissions.allowed)
                      : t(($) => $.refused[refused])}
                  </StatusIndicator>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
