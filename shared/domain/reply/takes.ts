import type { AnswerName } from "../campaign/campaign.ts";
import type { Duration } from "../duration.ts";

/** What a question takes besides its digits: a date or a number, within bounds. */
export interface Takes {
  readonly date?: {
    readonly means: AnswerName;
    /** How far back from today it may lie, and how far ahead; absent: not at all. */
    readonly back?: Duration;
    readonly ahead?: Duration;
  };
  readonly number?: {
    readonly means: AnswerName;
    /** As patients write it, `mg/dL`; a number with another unit is no answer. */
    readonly unit?: string;
    readonly from: number;
    readonly through: number;
  };
}
