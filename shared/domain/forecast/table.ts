import type { Campaign } from "../campaign/campaign.ts";
import { type Day, formatDay } from "../time.ts";
import type { LaneCapacity, LaneDay } from "./capacity.ts";
import type { Cost } from "./cost.ts";
import type { Forecast } from "./forecast.ts";
import { likelyRates } from "./likely-rates.ts";
import type { Prices } from "./prices.ts";
import type { ReasonCount, TouchRow } from "./tally.ts";

/** What was asked, for the head of the answer. */
export interface Asked {
  readonly campaign: Pick<Campaign, "id">;
  readonly on: Day;
  readonly days: number;
  readonly answers: "silence" | "likely";
  readonly seed: number;
  readonly environment?: string;
  readonly prices: Prices;
}

/** `rounds forecast --json`: a contract that scripts rely on. Days are `YYYY-MM-DD`. */
export interface ForecastTable {
  readonly campaign: string;
  readonly on: string;
  readonly through: string;
  readonly days: number;
  readonly answers: Asked["answers"];
  /** Of `likely`. */
  readonly seed?: number;
  readonly environment?: string;
  readonly patients: number;
  readonly audience: {
    readonly patients: number;
    readonly entered: number;
    readonly keptOut: readonly ReasonCount[];
  };
  readonly enrollments: {
    /** Left out where nobody was contacted before the first day. */
    readonly midway?: number;
    readonly entered: number;
    readonly ended: readonly ReasonCount[];
    readonly underWay: number;
  };
  readonly touches: {
    readonly planned: number;
    readonly made: number;
    readonly withheld: readonly ReasonCount[];
    readonly waiting: number;
  };
  readonly entering: readonly { readonly day: string; readonly enrollments: number }[];
  readonly perDay: readonly Dated<TouchRow>[];
  readonly tasks: readonly {
    readonly day: string;
    readonly queue: string;
    readonly tasks: number;
    readonly minutes: number;
  }[];
  readonly cost: Cost;
  readonly capacity: readonly (Omit<LaneCapacity, "days"> & {
    readonly days: readonly Dated<LaneDay>[];
  })[];
  readonly assumptions: Readonly<Record<string, unknown>>;
}

export function tableOf({ counts, cost, capacity }: Forecast, asked: Asked): ForecastTable {
  const { campaign, on, days, answers, seed, environment, prices } = asked;
  const { agentMinutesPerTask, callSeconds } = prices;
  return {
    campaign: campaign.id,
    on: formatDay(on),
    through: formatDay(on + days - 1),
    days,
    answers,
    ...(answers === "likely" ? { seed } : {}),
    ...(environment === undefined ? {} : { environment }),
    patients: counts.patients,
    audience: {
      patients: counts.inAudience,
      entered: counts.entered,
      keptOut: counts.keptOut,
    },
    enrollments: {
      ...(counts.midway === 0 ? {} : { midway: counts.midway }),
      entered: counts.enrollments,
      ended: counts.ended,
      underWay: counts.underWay,
    },
    touches: {
      planned: counts.planned,
      made: counts.made,
      withheld: counts.withheld,
      waiting: counts.waiting,
    },
    entering: counts.entering.map(dated),
    perDay: counts.touches.map(dated),
    tasks: counts.tasks.map((row) => ({ ...dated(row), minutes: row.tasks * agentMinutesPerTask })),
    cost,
    capacity: capacity.map((lane) => ({ ...lane, days: lane.days.map(dated) })),
    assumptions: {
      otherCampaigns: "none",
      agentMinutesPerTask,
      callSeconds,
      ...(answers === "likely" ? { rates: likelyRates } : {}),
    },
  };
}

type Dated<Row> = Omit<Row, "day"> & { readonly day: string };

function dated<Row extends { readonly day: Day }>(row: Row): Dated<Row> {
  return { ...row, day: formatDay(row.day) };
}
