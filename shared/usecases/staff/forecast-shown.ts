import type { ForecastPart } from "#contracts/api/forecast";
import type { Campaign } from "#domain/campaign/campaign";
import type { ForecastCounts } from "#domain/forecast/tally";
import { type Day, formatDay } from "#domain/time";

/** A part of a forecast as it crosses to the console, days as dates. */
export function forecastShown(
  { id, version, title }: Pick<Campaign, "id" | "version" | "title">,
  counts: ForecastCounts,
  about: { readonly isWhole: boolean; readonly blind: readonly string[] },
): ForecastPart {
  return {
    campaign: { id, version, title },
    isWhole: about.isWhole,
    counts: {
      ...counts,
      keptOut: [...counts.keptOut],
      ended: [...counts.ended],
      withheld: [...counts.withheld],
      entering: counts.entering.map(dated),
      touches: counts.touches.map(dated),
      tasks: counts.tasks.map(dated),
    },
    blind: [...about.blind],
  };
}

function dated<Row extends { readonly day: Day }>(row: Row): Omit<Row, "day"> & { day: string } {
  return { ...row, day: formatDay(row.day) };
}
