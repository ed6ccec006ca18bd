import type { Slowing } from "../../domain/pace/slowing.ts";
import type { Channel } from "../../domain/patient/contact-point.ts";
import type { Instant } from "../../domain/time.ts";
import type { PaceStore } from "../../ports.ts";

export function createMemoryPaceStore(): PaceStore {
  const sent: { readonly lane: Channel; readonly at: Instant }[] = [];
  const slowings = new Map<Channel, Slowing>();
  return {
    async slowing(lane) {
      return slowings.get(lane);
    },
    async slow(lane, before, after) {
      if (slowings.get(lane)?.at === before?.at) slowings.set(lane, after);
    },
    async noteSent(lane, at) {
      sent.push({ lane, at });
    },
    async sentSince(lane, from) {
      return sent.filter((one) => one.lane === lane && one.at >= from).length;
    },
  };
}
