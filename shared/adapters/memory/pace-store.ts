import type { Slowing } from "../../domain/pace/slowing.ts";
import type { Channel } from "../../domain/patient/contact-point.ts";
import type { PaceStore } from "../../ports.ts";

export function createMemoryPaceStore(): PaceStore {
  const slowings = new Map<Channel, Slowing>();
  return {
    async slowing(lane) {
      return slowings.get(lane);
    },
    async slow(lane, before, after) {
      if (slowings.get(lane)?.at === before?.at) slowings.set(lane, after);
    },
  };
}
