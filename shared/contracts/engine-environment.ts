import * as z from "zod/mini";
import type { Recipients } from "../domain/contact/recipients.ts";
import { address, text } from "./environment.ts";

/** `DUE_SHARDS`: partitions of each lane in the due index, 1 to 64. */
export const shards = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(64));

/** `EPOCH`: which in the row of its patients' homes a deployment is, from 1. */
const epoch = z.coerce.number().check(z.int(), z.minimum(1));

/** How many a second a provider takes; absent where nobody minds. */
export const perSecond = z.optional(z.coerce.number().check(z.positive()));

/** How many a day a provider takes; absent where nobody minds. */
export const perDay = z.optional(z.coerce.number().check(z.int(), z.positive()));

/**
 * `RECIPIENTS`: `everyone`, or `only:` and the addresses, parted by commas; after a bare `only:`
 * nobody. It must be there: a function that does not know whom it may contact does not start.
 */
const recipients = z.pipe(
  z.string().check(z.regex(/^(everyone|only:[^\s]*)$/)),
  z.transform((value): Recipients => {
    if (value === "everyone") return value;
    const addresses = value.slice("only:".length).split(",");
    return { only: addresses.filter((address) => address !== "") };
  }),
);

/** What every function is told that contacts patients, beside its provider. */
export const contacting = {
  TABLE_NAME: text,
  DUE_SHARDS: shards,
  EPOCH: epoch,
  DEAD_QUEUE_URL: address,
  MIRROR_QUEUE_URL: address,
  RECIPIENTS: recipients,
  PER_DAY: perDay,
  METRICS_NAMESPACE: text,
};
