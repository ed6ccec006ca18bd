import { Duration } from "aws-cdk-lib";

/** How long each kind of function may run. Queues hide a message for six times as long. */
export const timeouts = {
  /** One slice of a file; what is left goes on as a continuation. */
  import: Duration.minutes(5),
  select: Duration.minutes(15),
  enroll: Duration.seconds(60),
  /** Less than the minute to the next tick. */
  release: Duration.seconds(55),
  /** A batch of 5 one after the other, each cut off at 7 s (`sendTimeoutMs`), and slack. */
  send: Duration.seconds(60),
  decide: Duration.seconds(60),
  task: Duration.seconds(30),
  hear: Duration.seconds(30),
  /** A batch of 5 patients, a few numbers each, at the pace that the carrier allows. What waits for a
   * text is seen again after six times as long: by then the text has gone, or may no longer. */
  mirror: Duration.seconds(60),
  /** A contact flow waits 8 s for its function (Amazon Connect administrator guide). */
  call: Duration.seconds(8),
  publish: Duration.seconds(60),
  /** Somebody looks at a screen; and well within the 30 s after which the gateway gives up. */
  ask: Duration.seconds(10),
} as const;
