import type { Channel } from "../patient/contact-point.ts";
import type { Instant } from "../time.ts";

/** What kind of thing is told of a walk. */
export const toldKinds = [
  "entered",
  "goes-on",
  "kept-out",
  "planned",
  "moved",
  "sent",
  "withheld",
  "failed",
  "received",
  "said",
  "answered",
  "opted-out",
  "asked-scope",
  "opted-in",
  "task",
  "task-again",
  "task-closed",
  "waits",
  "ended",
] as const;
export type ToldKind = (typeof toldKinds)[number];

/**
 * One thing that happened to the patient, as whoever looks at a campaign wants to see it. What its
 * kind has not is absent.
 */
export interface Told {
  readonly is: ToldKind;
  readonly at: Instant;
  /** Whose it is; absent for direct answers and for what belongs to no campaign. */
  readonly campaign?: string;
  readonly step?: string;
  readonly channel?: Channel;
  /** A direct answer, which goes at any hour. */
  readonly isNotice?: true;
  /** What the patient reads or hears; of `said`, their own words; of a task, what is to be done. */
  readonly text?: string;
  readonly subject?: string;
  /**
   * Why, by the rule's own name: `hours`, `cap`, `holdout`, `goal-met`. Of `kept-out` also
   * `not-in-audience`, and `had-it` for whoever went through this episode already.
   */
  readonly reason?: string;
  /** Which cap or campaign it was, where the reason does not say it. */
  readonly rule?: string;
  /** When it is planned for, moved to, waited for or due. */
  readonly until?: Instant;
  readonly outcome?: string;
  /** What an answer was taken for. */
  readonly answer?: string;
  /** What words were taken for: `opt-out`, `answer:wants-call`. */
  readonly meanings?: readonly string[];
  readonly tier?: string;
  readonly queue?: string;
  readonly priority?: string;
}
