import type { Pace } from "../pace/slots.ts";
import type { Channel } from "../patient/contact-point.ts";
import { capacityOf, type LaneCapacity } from "./capacity.ts";
import { type Cost, costOf } from "./cost.ts";
import type { MadeTouch } from "./made-touch.ts";
import type { ForecastPlan, Person } from "./plan.ts";
import type { Prices } from "./prices.ts";
import { type ForecastCounts, ForecastTally } from "./tally.ts";
import { walkPatient } from "./walk-patient.ts";

export interface ForecastTerms {
  readonly prices: Prices;
  /** What each provider takes; a lane that is left out has no bound. */
  readonly paces: Partial<Readonly<Record<Channel, Pace>>>;
}

export interface Forecast {
  readonly counts: ForecastCounts;
  readonly cost: Cost;
  /** By lane, of those that have a pace. */
  readonly capacity: readonly LaneCapacity[];
}

/** Takes patients one by one and keeps sums only, and of each contact what its lane must know. */
export interface Forecasting {
  add(person: Person): void;
  finish(): Forecast;
}

export function beginForecast(plan: ForecastPlan, { prices, paces }: ForecastTerms): Forecasting {
  const tally = new ForecastTally(plan);
  const paced: MadeTouch[] = [];
  return {
    add: (person) => {
      const walk = walkPatient(person, plan);
      tally.add(walk);
      for (const touch of walk.touches) {
        if (paces[touch.channel] !== undefined) paced.push(touch);
      }
    },
    finish: () => {
      const counts = tally.counts();
      return {
        counts,
        cost: costOf(counts, prices),
        capacity: capacityOf(paced, paces, plan.organization.business.zone),
      };
    },
  };
}
