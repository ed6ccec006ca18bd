import { describe, expect, it } from "vitest";
import { randomTokens } from "#adapters/random-tokens";
import type { Link } from "#domain/message/link";
import type { LinkStore } from "#ports";

export function link(overrides: Partial<Link> = {}): Link {
  return {
    purpose: "unsubscribe",
    organization: "oak",
    patient: "p-1",
    touch: "oak/p-1/screening/check/2026-11-01/invite/1",
    language: "es",
    expiresAt: 1_800_000_000_000,
    ...overrides,
  };
}

export function linkStoreContract(open: () => LinkStore): void {
  describe("the links in mails", () => {
    it("are found again by their token, with all that they are good for", async () => {
      const store = open();
      const [token, other] = [randomTokens.next(), randomTokens.next()];
      await store.save(token, link());
      const { language: _, ...unknownLanguage } = link({ patient: "p-2" });
      await store.save(other, unknownLanguage);
      expect(await store.find(token)).toEqual(link());
      expect(await store.find(other)).toEqual(unknownLanguage);
    });

    it("are not found by a token that nobody made, nor by what is kept of one", async () => {
      const store = open();
      const token = randomTokens.next();
      await store.save(token, link());
      expect(await store.find(randomTokens.next())).toBeUndefined();
      expect(await store.find(token.toLowerCase().toUpperCase())).toBeUndefined();
    });

    it("may be kept twice", async () => {
      const store = open();
      const token = randomTokens.next();
      await store.save(token, link());
      await store.save(token, link());
      expect(await store.find(token)).toEqual(link());
    });

    it("are found when they have expired, so that the page can say so", async () => {
      const store = open();
      const token = randomTokens.next();
      await store.save(token, link({ expiresAt: 1_000 }));
      expect(await store.find(token)).toMatchObject({ expiresAt: 1_000 });
    });
  });
}
