import * as z from "zod/mini";
import { campaignId } from "../ids.ts";
import { channel, moment, staffId } from "./shown.ts";

/** Everything, or one channel. A campaign is paused and not halted. */
const halt = z.union([z.literal("everything"), channel]);

/** What is stopped now. Direct answers to patients still go. */
export const Switches = z.object({
  halts: z.array(
    z.object({
      what: halt,
      since: moment,
      /** `breaker`: by itself, for the reason beside it. */
      by: z.enum(["person", "breaker"]),
      reason: z.exactOptional(z.enum(["spend-limit", "account", "too-many"])),
      /** Who, where it was somebody who was signed in. */
      user: z.exactOptional(staffId),
    }),
  ),
  paused: z.array(campaignId),
});
export type Switches = z.infer<typeof Switches>;

export const HaltBody = z.strictObject({ what: halt });
export type HaltBody = z.infer<typeof HaltBody>;

/** With the moment of the halt that was seen: a later one, which the breaker may have set, stays. */
export const ResumeBody = z.strictObject({ what: halt, since: moment });
export type ResumeBody = z.infer<typeof ResumeBody>;

/** Pausing twice is pausing once. */
export const PauseBody = z.strictObject({});
