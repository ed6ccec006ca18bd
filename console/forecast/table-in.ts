import { costOf } from "#domain/forecast/cost";
import { shippedPrices } from "#domain/forecast/prices";
import { type ForecastTable, tableOf } from "#domain/forecast/table";
import { parseDay } from "#domain/time";
import type { Asked } from "./asked.ts";
import type { Counted } from "./count-all.ts";

/** As `rounds forecast --json` tells it, at the shipped prices. */
export function tableIn(
  campaign: string,
  { on, days, answers }: Asked,
  { counts }: Pick<Counted, "counts">,
): ForecastTable {
  return tableOf(
    { counts, cost: costOf(counts, shippedPrices), capacity: [] },
    {
      campaign: { id: campaign },
      // The API would have refused another.
      ...{ on: parseDay(on) ?? 0, days: Number(days), answers, seed: 1, prices: shippedPrices },
    },
  );
}
