import type { ContactPolicy } from "../contact/policy.ts";
import type { RecordEvent } from "../record/event.ts";
import type { TouchKey } from "../record/touch.ts";
import type { Instant } from "../time.ts";
import type { Accepted } from "./accepted.ts";
import type { LedgerRow } from "./row.ts";
import type { Story } from "./story.ts";

/** What the rows are held against. */
export interface Setting {
  readonly policy: ContactPolicy;
  /** When the export was made. */
  readonly asOf: Instant;
  /** What providers say they accepted of this patient's touches. */
  readonly accepted: readonly Accepted[];
}

/** One row, and all that the rows before it told. */
export interface Hearing {
  readonly row: LedgerRow;
  readonly event: RecordEvent;
  readonly story: Story;
  readonly setting: Setting;
}

/**
 * Says what did not hold.
 * @param revisions of the rows that show it besides the one that is being heard.
 */
export type Tell = (subject: string, message: string, revisions?: readonly number[]) => void;

/** One law, as a judge who believes nothing but the rows. Laws do not know each other. */
export interface Judge {
  /** The law's number. */
  readonly law: number;
  /** Hears a row before the story takes it in. */
  hear?(hearing: Hearing, tell: Tell): void;
  /** After the last row: what should have happened by then. */
  close?(story: Story, setting: Setting, tell: Tell): void;
}

/** How long after its moment something may still be on its way. Ms. */
export const graceMs = 24 * 3_600_000;

/** An event about one touch. */
export type AboutTouch = Extract<RecordEvent, { readonly touch: unknown }>;
export type Claimed = Extract<RecordEvent, { readonly type: "touch-claimed" }>;

export function isAboutTouch(event: RecordEvent): event is AboutTouch {
  return "touch" in event;
}

/** A campaign's contact that was claimed, with its key. */
export interface CampaignClaim {
  readonly claim: Claimed;
  readonly key: TouchKey;
}
