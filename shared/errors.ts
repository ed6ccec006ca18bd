/** Ids, counts and codes only: never a name, a number, an address or a message text (law 11). */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

export interface ErrorOptions {
  readonly details?: ErrorDetails;
  readonly cause?: unknown;
}

/**
 * The base of what is thrown on purpose. The message is the code (`record/stale`) and nothing
 * else, so that an error can be logged anywhere. Refusals are not errors: they are returned data.
 */
abstract class CodedError extends Error {
  readonly code: string;
  readonly details: ErrorDetails;

  constructor(code: string, options: ErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** Throttled, stale, or a dependency is down: the same work, given again later, may succeed. */
export class TryAgain extends CodedError {
  override readonly name: string = "TryAgain";
  /** How long to leave it, when the cause is known. Milliseconds. */
  readonly afterMs?: number;

  constructor(code: string, options: ErrorOptions & { readonly afterMs?: number } = {}) {
    super(code, options);
    if (options.afterMs !== undefined) this.afterMs = options.afterMs;
  }
}

/** Somebody else wrote the record (or facts) since it was loaded: load, decide and write again. */
export class StaleRecord extends TryAgain {
  override readonly name: string = "StaleRecord";

  constructor(options: ErrorOptions = {}) {
    super("record/stale", options);
  }
}

/** No repeat can succeed (a bad contract, a missing campaign): dead-letter queue and alarm. */
export class Unrecoverable extends CodedError {
  override readonly name: string = "Unrecoverable";
}
