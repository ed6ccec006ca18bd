import type { Channel } from "../patient/contact-point.ts";
import { type CostLine, costLines, type Prices } from "./prices.ts";
import type { ForecastCounts } from "./tally.ts";

export interface CostRow {
  readonly line: CostLine;
  readonly quantity: number;
  /** Of one, and of all, in the currency of the prices. */
  readonly each: number;
  readonly amount: number;
  readonly isVerified: boolean;
}

export interface Cost {
  readonly asOf: string;
  readonly currency: string;
  readonly total: number;
  /** Of a thousand contacts; 0 without any. */
  readonly perThousand: number;
  readonly lines: readonly CostRow[];
}

/** What the counted contacts and tasks cost at these prices. The pay of agents is not in it. */
export function costOf(counts: Pick<ForecastCounts, "touches" | "tasks">, prices: Prices): Cost {
  const quantities = quantitiesOf(counts, prices);
  const lines = costLines.map((line) => {
    const { each, isVerified } = prices.lines[line];
    const quantity = quantities[line];
    return { line, quantity, each, amount: quantity * each, isVerified };
  });
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const contacts = contactsOf(counts);
  return {
    asOf: prices.asOf,
    currency: prices.currency,
    total,
    perThousand: contacts === 0 ? 0 : (total / contacts) * 1_000,
    lines,
  };
}

function quantitiesOf(
  counts: Pick<ForecastCounts, "touches" | "tasks">,
  { callSeconds }: Prices,
): Readonly<Record<CostLine, number>> {
  const units = (lane: Channel) =>
    counts.touches.filter((row) => row.lane === lane).reduce((sum, row) => sum + row.units, 0);
  const minutes = (units("voice") * callSeconds) / 60;
  return {
    "sms-part": units("sms"),
    email: units("email"),
    "call-minute": minutes,
    "telephony-minute": minutes,
    "agent-task": counts.tasks.reduce((sum, { tasks }) => sum + tasks, 0),
    platform: contactsOf(counts),
  };
}

function contactsOf({ touches }: Pick<ForecastCounts, "touches">): number {
  return touches.reduce((sum, row) => sum + row.touches + row.notices, 0);
}
