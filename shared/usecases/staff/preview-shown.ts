import type { PreviewShown, ToldShown } from "#contracts/api/preview";
import type { Because } from "#domain/audience/explain";
import type { Campaign } from "#domain/campaign/campaign";
import type { AudienceTold, Preview } from "#domain/preview/preview";
import type { Told } from "#domain/preview/told";
import { formatDay, formatInstant } from "#domain/time";

/** A preview as the console shows it. */
export function previewShown(
  { id, version, title }: Pick<Campaign, "id" | "version" | "title">,
  { zone, now, audience, told, choices }: Preview,
): PreviewShown {
  const { answers, nextAt, ...rest } = choices;
  return {
    campaign: { id, version, title },
    zone,
    now: formatInstant(now),
    audience: audienceShown(audience),
    told: told.map(toldShown),
    choices: {
      ...rest,
      answers: Object.entries(answers).map(([digit, answer]) => ({ digit, answer })),
      ...(nextAt === undefined ? {} : { nextAt: formatInstant(nextAt) }),
    },
  };
}

function audienceShown({ holds, next, because }: AudienceTold): PreviewShown["audience"] {
  const shown = (all: readonly Because[]) =>
    all.map(({ condition, holds: verdict }) => ({ condition, holds: verdict }));
  return {
    holds,
    ...(next === undefined ? {} : { next: formatDay(next) }),
    because: { en: shown(because.en), es: shown(because.es) },
  };
}

function toldShown({ at, until, meanings, ...rest }: Told): ToldShown {
  return {
    ...rest,
    at: formatInstant(at),
    ...(until === undefined ? {} : { until: formatInstant(until) }),
    ...(meanings === undefined ? {} : { meanings: [...meanings] }),
  };
}
