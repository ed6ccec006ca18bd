/**
 * Stands in the bundles for what the SDK loads when an operation has an event stream as its input
 * or output. No function calls one, and esbuild would carry the code of all of it in every bundle.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error("bundle/no-event-streams");
  }
}

export function eventStreamSerdeProvider(): never {
  throw new Error("bundle/no-event-streams");
}
