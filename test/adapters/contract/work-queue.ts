import { describe, expect, it } from "vitest";
import type { DueMessage } from "#contracts/due-message";
import type { WorkQueue } from "#ports";

export interface QueueUnderTest {
  readonly queue: WorkQueue<DueMessage>;
  /** Takes every message off, parsed. */
  drain(): Promise<readonly unknown[]>;
}

export function due(patient: string): DueMessage {
  return { schema: "due.v1", organization: "oak", patient, lane: "sms", dueAt: 1000 };
}

export function workQueueContract(open: () => QueueUnderTest): void {
  describe("a queue of work", () => {
    it("takes any number of messages and knows about how many wait", async () => {
      const { queue, drain } = open();
      await queue.send([]);
      expect(await queue.backlog()).toBe(0);
      const work = Array.from({ length: 23 }, (_, index) => due(`p-${index}`));
      await queue.send(work);
      expect(await queue.backlog()).toBe(23);
      const patients = (await drain()).map((message) => Reflect.get(Object(message), "patient"));
      expect(patients.toSorted()).toEqual(work.map((message) => message.patient).toSorted());
      expect(await queue.backlog()).toBe(0);
    });
  });
}
