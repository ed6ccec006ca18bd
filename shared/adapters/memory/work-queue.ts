import type { WorkQueue } from "../../ports.ts";

export interface MemoryWorkQueue<Work> extends WorkQueue<Work> {
  /** Takes up to `max` messages off the queue, oldest first. */
  take(max: number): readonly Work[];
}

export function createMemoryWorkQueue<Work>(): MemoryWorkQueue<Work> {
  const waiting: Work[] = [];
  return {
    async send(work) {
      waiting.push(...work);
    },
    async backlog() {
      return waiting.length;
    },
    take: (max) => waiting.splice(0, max),
  };
}
