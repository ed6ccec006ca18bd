/** A stand-in for an AWS service that is up and answers. */
export interface Engine {
  /** Base URL on 127.0.0.1. */
  readonly endpoint: string;
  /** What runs, for a person, e.g. `dynoxide (npm)`. */
  readonly name: string;
  stop(): Promise<void>;
}
