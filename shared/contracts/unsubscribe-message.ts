import * as z from "zod/mini";
import { type Parsed, readContract } from "./parsed.ts";

/**
 * "Whoever was sent this stops all of it", by a link in a message. A patient's word, so it counts from any
 * number of deliveries as from one. The key holds ids and names nobody.
 */
export const UnsubscribeMessage = z.strictObject({
  schema: z.literal("unsubscribe.v1"),
  touch: z.string().check(z.minLength(1), z.maxLength(600)),
  /** The channel of that message; left out for mail, as it was when only mails had links. */
  via: z.exactOptional(z.literal("sms")),
});
export type UnsubscribeMessage = z.infer<typeof UnsubscribeMessage>;

export function parseUnsubscribeMessage(body: unknown): Parsed<UnsubscribeMessage> {
  return readContract(UnsubscribeMessage, body, "unsubscribe");
}
