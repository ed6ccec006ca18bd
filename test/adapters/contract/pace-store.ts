import { describe, expect, it } from "vitest";
import type { PaceStore } from "#ports";

export function paceStoreContract(open: () => PaceStore): void {
  describe("a lane that its provider throttles", () => {
    it("is slowed once by all who are throttled at once", async () => {
      const store = open();
      expect(await store.slowing("sms")).toBeUndefined();
      const slowings = [1, 2, 3].map((at) => ({ at, share: 0.8 }));
      await Promise.all(slowings.map((after) => store.slow("sms", undefined, after)));
      const first = await store.slowing("sms");
      expect(slowings).toContainEqual(first);
      await store.slow("sms", { at: 99, share: 1 }, { at: 100, share: 0.1 });
      expect(await store.slowing("sms")).toEqual(first);
      await store.slow("sms", first, { at: 100, share: 0.64 });
      expect(await store.slowing("sms")).toEqual({ at: 100, share: 0.64 });
    });

    it("is told how many messages it took, each counted, whoever notes them at once", async () => {
      const store = open();
      const hour = 3_600_000;
      expect(await store.sentSince("sms", 0)).toBe(0);
      const times = [1, 2, 3, 10 * hour, 10 * hour, 30 * hour];
      await Promise.all(times.map((at) => store.noteSent("sms", at)));
      await store.noteSent("email", 1);
      expect(await store.sentSince("sms", 0)).toBe(6);
      expect(await store.sentSince("sms", 10 * hour)).toBe(3);
      expect(await store.sentSince("sms", 31 * hour)).toBe(0);
    });

    it("slows no other", async () => {
      const store = open();
      await store.slow("voice", undefined, { at: 1, share: 0.8 });
      expect(await store.slowing("email")).toBeUndefined();
    });
  });
}
