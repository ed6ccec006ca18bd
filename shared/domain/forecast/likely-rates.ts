/**
 * How often people and carriers do what, for `likely`. Shares from 0 to 1. Where a trial gave a
 * figure it is named; the rest are planning figures of our own, to be replaced by what the reach
 * report of a campaign shows after its first weeks.
 */
export const likelyRates = {
  /** Numbers and mailboxes that are dead: the first message finds out. Our own. */
  deadNumber: 0.03,
  deadMailbox: 0.04,
  /**
   * Automated calls that a person takes: 28 % of those who had been tested before, in a trial of
   * live and automated calls before a mailed stool test (pubmed 38319289). Our own for machines,
   * which take most of the rest.
   */
  personTakesCall: 0.28,
  machineTakesCall: 0.42,
  /** Whoever took the call presses a digit that was offered. Our own. */
  pressesDigit: 0.5,
  /** Texts and mails that are answered, by digits or words. Our own. */
  answersText: 0.2,
  answersMail: 0.05,
  /** Of those who answer or take a call. Our own. */
  optsOut: 0.05,
  wantsPerson: 0.08,
  /** Contacts after which the patient does what was asked, answer or none. Our own. */
  doesItAfterContact: 0.05,
  /** Tasks in which an agent reaches the patient and helps. Our own. */
  agentHelps: 0.7,
} as const;
