import * as z from "zod";
import { parseDay } from "../time.ts";
import {
  type CostLine,
  costLines,
  type Prices,
  type ServiceUnit,
  serviceUnits,
  shippedPrices,
} from "./prices.ts";

const Price = z.strictObject({
  /** Of one unit, in the currency of the file. */
  each: z.number().min(0).max(1_000),
  /** False where the figure is for planning and was not read off a price list. */
  isVerified: z.boolean(),
  source: z.string().min(1),
});

const parts = {
  /** The day on which the figures were put together. */
  asOf: z.string().refine((text) => parseDay(text) !== undefined, "a date as YYYY-MM-DD"),
  currency: z.string().regex(/^[A-Z]{3}$/, "three letters, as USD"),
  /** How long one call is taken to last. */
  callSeconds: z.number().min(1).max(3_600),
  /** How long an agent is taken to work on one task; our own planning figure. */
  agentMinutesPerTask: z.number().min(0).max(480),
};

/** All that a file of prices holds. */
export const PricesFile = z.strictObject({
  ...parts,
  lines: z.strictObject(
    Object.fromEntries(costLines.map((line) => [line, Price])) as Record<CostLine, typeof Price>,
  ),
  /** What `platform` is put together from, by `npm run bench -- --only touch-price`. */
  services: z.strictObject(
    Object.fromEntries(serviceUnits.map((unit) => [unit, Price])) as Record<
      ServiceUnit,
      typeof Price
    >,
  ),
});

/** Prices of one's own: whatever is left out stays as shipped, the date must be given. */
export const OwnPrices = z.strictObject({
  ...parts,
  currency: parts.currency.optional(),
  callSeconds: parts.callSeconds.optional(),
  agentMinutesPerTask: parts.agentMinutesPerTask.optional(),
  lines: z.partialRecord(z.enum(costLines), Price).optional(),
});
export type OwnPrices = z.infer<typeof OwnPrices>;

/** The shipped prices with those of one's own over them. */
export function pricesWith(own: OwnPrices): Prices {
  const { lines, ...rest } = own;
  return PricesFile.parse({
    ...shippedPrices,
    ...rest,
    lines: { ...shippedPrices.lines, ...lines },
  });
}
