import type { Channel } from "../patient/contact-point.ts";

/**
 * What somebody has stopped by hand because something is wrong: every contact of every campaign in
 * this region, or those of one channel. Direct answers to patients still go, for who writes "my
 * chest hurts" must not meet silence. One campaign is stopped by pausing it.
 */
export type Halt = "everything" | Channel;

/** The halt that stops a contact on this channel, the widest first. */
export function haltOn(halts: readonly Halt[], channel: Channel): Halt | undefined {
  if (halts.includes("everything")) return "everything";
  return halts.find((halt) => halt === channel);
}
