import shipped from "./prices.json" with { type: "json" };

export const costLines = [
  "sms-part",
  "email",
  "call-minute",
  "telephony-minute",
  "agent-task",
  "platform",
] as const;
export type CostLine = (typeof costLines)[number];

/** What the platform's own share of a contact is made of, in the unit that AWS bills. */
export const serviceUnits = [
  "write-unit",
  "read-unit",
  "stored-gigabyte-month",
  "queue-call",
  "topic-event",
  "invocation",
  "gigabyte-second",
  "log-gigabyte",
] as const;
export type ServiceUnit = (typeof serviceUnits)[number];

/** Of one unit of one kind. */
export interface Price {
  /** In the currency of the file. */
  readonly each: number;
  /** False where the figure is for planning and was not read off a price list. */
  readonly isVerified: boolean;
  readonly source: string;
}

/**
 * What one unit of each kind costs, dated, with its source. Prices change and differ by account:
 * these are for planning, and what was paid is told by receipts and bills.
 */
export interface Prices {
  /** The day on which the figures were put together, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Three letters, as `USD`. */
  readonly currency: string;
  /** How long one call is taken to last. */
  readonly callSeconds: number;
  /** How long an agent is taken to work on one task; our own planning figure. */
  readonly agentMinutesPerTask: number;
  readonly lines: Readonly<Record<CostLine, Price>>;
  /** What `platform` is put together from, by `npm run bench -- --only touch-price`. */
  readonly services: Readonly<Record<ServiceUnit, Price>>;
}

/** List prices of us-east-1 and planning figures; `asOf` says from when. */
export const shippedPrices: Prices = shipped;
