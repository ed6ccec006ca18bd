/**
 * Has calls done one after the other, in the order in which they were begun, however long each
 * takes: so the same work makes the same calls in the same order on a fast engine and on a slow one.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#last.then(call);
    this.#last = answer.then(everybodyWaits, everybodyWaits);
    return answer;
  }

  /** Until every call that was begun is done, and whoever heard of it begins no other. */
  async rest(): Promise<void> {
    let seen: Promise<unknown>;
    do {
      seen = this.#last;
      await seen;
    } while (seen !== this.#last);
  }
}

/** Until whoever heard the answer has gone as far as it can without another one. */
function everybodyWaits(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
