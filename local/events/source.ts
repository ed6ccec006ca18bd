/** Something that gives functions work: a queue, a stream, calls without an answer. */
export interface EventSource {
  readonly id: string;
  /** Batches at once on the wall clock. While time stands still one at a time. */
  readonly limit: number;
  /** Does one batch to its end. False when there is nothing to do now. */
  step(): Promise<boolean>;
  /** Called when there may be something to do again. */
  onWork(wake: () => void): void;
}

/** The waking half of a source, for those that have nothing special about it. */
export class Waker {
  #wake: () => void = () => undefined;

  onWork(wake: () => void): void {
    this.#wake = wake;
  }

  wake(): void {
    this.#wake();
  }
}
