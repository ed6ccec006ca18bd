import * as z from "zod/mini";
import { Unrecoverable } from "../errors.ts";

/** A variable that must be there. */
export const text = z.string().check(z.minLength(1));

/**
 * An https address, or http on a laptop. As the template writes one: a check of every address that there
 * can be is a kilobyte that each cold start would read.
 */
export const address = z.string().check(z.regex(/^https?:\/\/[^\s/?#]+(\/\S*)?$/));

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
