/** How an invocation ended that gave no answer. */
export interface Failure {
  /** `error`: the handler threw. `never-ran`: the process died before it took the invocation. */
  readonly kind: "error" | "timeout" | "crash" | "init" | "never-ran";
  /** As Lambda names it, e.g. `Error`, `Sandbox.Timedout`, `Runtime.ExitError`. */
  readonly type: string;
  readonly message: string;
}

export type Outcome =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly failure: Failure };

/** A function invoked for its answer gave none. */
export class FunctionFailed extends Error {
  readonly failure: Failure;

  constructor(name: string, failure: Failure) {
    super(`${name} failed (${failure.type}): ${failure.message}`);
    this.name = "FunctionFailed";
    this.failure = failure;
  }
}
