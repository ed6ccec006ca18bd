import * as z from "zod/mini";
import type { Recipients } from "../domain/contact/recipients.ts";
import { Unrecoverable } from "../errors.ts";

/** A variable that must be there. */
export const text = z.string().check(z.minLength(1));

/** An https address, or http on a laptop. */
export const address = z.url({ protocol: /^https?$/ });

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

/**
 * A function's variables, read once when it starts. The names stay those of the template, so that
 * one search finds both ends.
 * @throws Unrecoverable `environment/invalid` with the names that are missing or wrong, never
 * their values.
 */
export function readEnvironment<Schema extends z.ZodMiniObject>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<z.output<Schema>> {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const names = new Set(result.error.issues.map((issue) => String(issue.path[0])));
  throw new Unrecoverable(`environment/invalid: ${[...names].sort().join(", ")}`);
}
