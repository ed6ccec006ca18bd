/** What a provider takes in a day, and what of it is used. Messages. */
export interface DayUse {
  readonly perDay: number;
  /** Taken by the provider within the last 24 hours, direct answers among them. */
  readonly sent: number;
  /** On their way: queued, or with a worker. */
  readonly waiting: number;
}

/**
 * How many more messages may be put on their way. A day is any 24 hours: so SES counts (Amazon SES
 * Developer Guide, "Sending quotas"), and whoever keeps to that keeps to every calendar day, too,
 * such as the carriers' daily caps on a 10DLC brand (AWS End User Messaging SMS User Guide).
 */
export function leftOfDay({ perDay, sent, waiting }: DayUse): number {
  return Math.max(0, perDay - sent - waiting);
}
