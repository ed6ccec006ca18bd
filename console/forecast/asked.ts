import { type ForecastPart, forecastDaysMax } from "#contracts/api/forecast";

/** What a forecast is asked for; days as they are typed. */
export interface Asked {
  readonly on: string;
  readonly days: string;
  readonly from: "records" | "new";
  readonly answers: "silence" | "likely";
  /** A published version to compare with. */
  readonly against?: number;
}

/** One part of one forecast. */
export interface PartAsked extends Asked {
  /** A published version; left out: what is forecast here, a draft too. */
  readonly version?: number;
  readonly part: number;
  readonly of: number;
}

/** A campaign that can be forecast, published or not, and how it is asked for. */
export interface Forecasting {
  /** Tells it from others, and a draft from what it was before. */
  readonly key: string;
  readonly campaign: string;
  /** Published versions that it can be compared with, the latest first. */
  readonly versions: readonly number[];
  part(asked: PartAsked, signal: AbortSignal): Promise<ForecastPart>;
}

/** Tomorrow where the browser is: what was sent today is on the records already. */
export function firstAsked(): Asked {
  const tomorrow = new Date();
  tomorrow.setDate(tomorrow.getDate() + 1);
  const on = new Intl.DateTimeFormat("en-CA", { dateStyle: "short" }).format(tomorrow);
  return { on, days: "30", from: "records", answers: "silence" };
}

export function isWhole({ on, days }: Asked): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(on) &&
    /^\d{1,2}$/.test(days) &&
    Number(days) >= 1 &&
    Number(days) <= forecastDaysMax
  );
}
