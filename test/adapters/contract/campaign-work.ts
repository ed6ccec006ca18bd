import { describe, expect, it } from "vitest";
import type { Draft } from "#domain/campaign/draft";
import type { CampaignStore, DraftStore, OriginStore } from "#ports";
import { campaign } from "../../support/a-campaign.ts";
import { checkId, checkTexts, deed, withWords } from "../../support/a-draft.ts";
import { monday } from "../../support/a-record.ts";
import { organizationId } from "./organization-id.ts";

const draft: Draft = {
  ...{ campaign: checkId, version: monday, basedOn: 1, texts: checkTexts },
  ...{ authors: ["maya"], saved: deed("maya") },
};

export function draftStoreContract(open: () => DraftStore): void {
  describe("drafts", () => {
    it("come back as they were saved, comments and all", async () => {
      const [store, organization] = [open(), organizationId()];
      const links = { domains: ["oak.example"], pages: "care.oak.example" };
      const submitted = deed("maya", { why: "New words." });
      const whole = { ...draft, links, submitted, returned: deed("ana", { why: "Long." }) };
      expect(await store.load(organization, checkId)).toBeUndefined();
      expect(await store.save(organization, whole, 0)).toBe("saved");
      expect(await store.load(organization, checkId)).toEqual(whole);
      expect(await store.load(organizationId(), checkId)).toBeUndefined();
    });

    it("are written over what was seen, and over nothing else", async () => {
      const [store, organization] = [open(), organizationId()];
      const next = { ...draft, version: monday + 1, texts: withWords("Example", "Other") };
      expect(await store.save(organization, next, monday)).toBe("stale");
      await store.save(organization, draft, 0);
      expect(await store.save(organization, next, 0)).toBe("stale");
      expect(await store.save(organization, next, monday)).toBe("saved");
      expect(await store.save(organization, next, monday)).toBe("stale");
      expect(await store.load(organization, checkId)).toEqual(next);
    });

    it("are listed without their texts, by campaign", async () => {
      const [store, organization] = [open(), organizationId()];
      for (const id of ["screening/b", "lab-reminder/a"]) {
        await store.save(organization, { ...draft, campaign: id }, 0);
      }
      const { texts: _texts, ...head } = draft;
      expect(await store.list(organization)).toEqual([
        { ...head, campaign: "lab-reminder/a" },
        { ...head, campaign: "screening/b" },
      ]);
      expect(await store.list(organizationId())).toEqual([]);
    });

    it("are taken away as they were seen, once or twice", async () => {
      const [store, organization] = [open(), organizationId()];
      await store.save(organization, draft, 0);
      expect(await store.remove(organization, checkId, monday - 1)).toBe("stale");
      expect(await store.remove(organization, checkId, monday)).toBe("removed");
      expect(await store.remove(organization, checkId, monday)).toBe("removed");
      expect(await store.load(organization, checkId)).toBeUndefined();
    });
  });
}

export function originStoreContract(
  open: () => { readonly campaigns: CampaignStore; readonly origins: OriginStore },
): void {
  describe("what versions were made of", () => {
    const staff = { draft: monday, submitted: deed("maya"), published: deed("ana") };
    const origin = { texts: checkTexts, at: monday };

    it("is kept with each version, the latest first, and never changes", async () => {
      const { campaigns, origins } = open();
      const organization = organizationId();
      const links = { domains: ["oak.example"] };
      await campaigns.publish(organization, campaign(), { ...origin, links });
      const second = { ...origin, texts: withWords("Example", "Other"), staff };
      await campaigns.publish(organization, campaign({ title: "Changed" }), second);
      await campaigns.publish(organization, campaign({ title: "Changed" }), origin);
      expect(await origins.load(organization, checkId, 1)).toEqual({ ...origin, links });
      expect(await origins.load(organization, checkId, 2)).toEqual(second);
      expect(await origins.load(organization, checkId, 3)).toBeUndefined();
      expect(await origins.latest(organization, checkId, 9)).toEqual([
        { version: 2, at: monday, staff },
        { version: 1, at: monday },
      ]);
      expect(await origins.latest(organization, checkId, 1)).toMatchObject([{ version: 2 }]);
      expect(await origins.latest(organizationId(), checkId, 9)).toEqual([]);
    });

    it("is kept later for a version that was published without it", async () => {
      const { campaigns, origins } = open();
      const organization = organizationId();
      expect(await campaigns.publish(organization, campaign())).toBe(1);
      expect(await origins.load(organization, checkId, 1)).toBeUndefined();
      expect(await campaigns.publish(organization, campaign(), origin)).toBe(1);
      expect(await origins.load(organization, checkId, 1)).toEqual(origin);
      expect(await campaigns.version(organization, checkId, 1)).toEqual(campaign());
    });
  });
}
