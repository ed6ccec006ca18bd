import { useTranslation } from "react-i18next";
import { useAnswer } from "../api/use-answer.ts";
import { weekAt } from "../reach/week-of.ts";
import { useSignedIn } from "../session/session-context.ts";
import { useFormats } from "../words/use-formats.ts";

/** As many as the page of reach begins with. */
const weeks = 12;

/** Who may ask for reach; others see no column of it. */
const readers = ["care-manager", "approver", "analyst", "administrator"];

/** How far each campaign came lately, by its id: eligible, contacted, goal met. `undefined`: not for them. */
export function useReachGlance(): ((campaign: string) => string) | undefined {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  const { count } = useFormats();
  const mayAsk = me.roles.some((role) => readers.includes(role));
  const now = Date.now();
  const query = { from: weekAt(now, weeks - 1), through: weekAt(now), by: "campaign" };
  const { data } = useAnswer("GET /v1/reach", { query, enabled: mayAsk });
  if (!mayAsk) return undefined;
  const told = (number: number | null | undefined) =>
    number === null ? t(($) => $.reach.hidden) : count(number ?? 0);
  return (campaign) => {
    if (data === undefined) return "";
    const funnel = data.groups.find(({ value }) => value === campaign)?.funnel;
    return [funnel?.eligible, funnel?.touched, funnel?.goalMet].map(told).join(" → ");
  };
}
