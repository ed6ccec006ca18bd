import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { PointStop } from "#domain/contact/point-stop";
import type { Cap } from "#domain/contact/policy";
import type { Organization } from "#domain/patient/organization";
import { type NoticeKind, noticeKinds } from "#domain/record/notice";
import type {
  CallDirectory,
  CampaignStore,
  OrganizationDirectory,
  PointClaim,
  PointDirectory,
} from "#ports";
import { Unrecoverable } from "../../../shared/errors.ts";
import { campaign } from "../../support/a-campaign.ts";
import { organizationId } from "./organization-id.ts";

const atMost = (max: number): readonly Cap[] => [
  { name: "a day's touches", per: "rolling", hours: 24, max },
];

export function pointDirectoryContract(open: () => PointDirectory): void {
  const claim = (organization: string, overrides: Partial<PointClaim> = {}): PointClaim => ({
    organization,
    point: "point-1",
    patient: "p1",
    touch: "touch-1",
    channel: "sms",
    at: 1000,
    caps: atMost(1),
    place: { zones: ["America/New_York"] },
    ...overrides,
  });

  const stop = (overrides: Partial<PointStop> = {}): PointStop => ({
    at: 1000,
    via: "import",
    evidence: { by: "list", reference: "import:opt-outs/old.csv#2", words: "vendor-7" },
    ...overrides,
  });

  describe("a phone that people share", () => {
    it("knows its owners, each once", async () => {
      const directory = open();
      const organization = organizationId();
      expect(await directory.owners(organization, "point-1")).toMatchObject({ patients: [] });
      for (const patient of ["p2", "p1", "p1"]) {
        await directory.link(organization, "point-1", patient);
      }
      expect(await directory.owners(organization, "point-1")).toMatchObject({
        patients: ["p1", "p2"],
      });
      await directory.unlink(organization, "point-1", "p2");
      await directory.unlink(organization, "point-1", "p2");
      expect(await directory.owners(organization, "point-1")).toMatchObject({ patients: ["p1"] });
    });

    it("remembers a STOP with what shows it, for owners found later, until START", async () => {
      const directory = open();
      const organization = organizationId();
      await directory.link(organization, "point-stop", "p8");
      const stopped = await directory.stop(organization, "point-stop", stop());
      expect(stopped).toEqual({ is: "stopped", patients: ["p8"] });
      await directory.link(organization, "point-stop", "p9");
      const stops = async () => (await directory.owners(organization, "point-stop")).stops;
      expect(await stops()).toEqual([stop()]);
      await directory.start(organization, "point-stop", 2000);
      expect(await stops()).toEqual([]);
    });

    it("keeps stops for different channels and purposes side by side", async () => {
      const directory = open();
      const organization = organizationId();
      const texts = stop({ scope: { channel: "sms" } });
      const calls = stop({ scope: { channel: "voice", purpose: "screening" } });
      for (const each of [texts, calls]) await directory.stop(organization, "point-1", each);
      expect((await directory.owners(organization, "point-1")).stops).toEqual([texts, calls]);
    });

    it("says what a repeated stop changed, and what a stop from before a START did", async () => {
      const directory = open();
      const organization = organizationId();
      await directory.stop(organization, "point-1", stop());
      const again = await directory.stop(organization, "point-1", stop());
      expect(again).toEqual({ is: "already-stopped", patients: [] });
      await directory.start(organization, "point-1", 5000);
      await directory.start(organization, "point-1", 4000);
      const late = await directory.stop(organization, "point-1", stop({ at: 4500 }));
      expect(late.is).toBe("opted-in-since");
      expect((await directory.owners(organization, "point-1")).stops).toEqual([]);
    });

    it("loses no stop when several are noted at once", async () => {
      const directory = open();
      const organization = organizationId();
      const stops = (["sms", "voice", "email"] as const).map((channel) =>
        stop({ scope: { channel } }),
      );
      await Promise.all(stops.map((each) => directory.stop(organization, "point-1", each)));
      const kept = (await directory.owners(organization, "point-1")).stops;
      expect(kept).toHaveLength(3);
      expect(kept).toEqual(expect.arrayContaining(stops));
    });

    it("takes one touch of all its owners together, and the same touch again", async () => {
      const directory = open();
      const organization = organizationId();
      expect(await directory.claim(claim(organization))).toEqual({ is: "claimed" });
      expect(await directory.claim(claim(organization))).toEqual({ is: "claimed" });
      const other = claim(organization, { patient: "p2", touch: "touch-2", at: 2000 });
      const until = 1000 + 24 * 3_600_000;
      expect(await directory.claim(other)).toEqual({ is: "refused", until });
      expect(await directory.claim({ ...other, at: until })).toEqual({ is: "claimed" });
    });

    it("ascribes a reply to one owner, whoever else is named later or at once", async () => {
      const directory = open();
      const organization = organizationId();
      const [first, ...others] = await Promise.all(
        ["p1", "p2", "p3"].map((patient) =>
          directory.ascribe(organization, "point-1", "r1", patient),
        ),
      );
      expect(others).toEqual([first, first]);
      expect(await directory.ascribe(organization, "point-1", "r1", "p4")).toBe(first);
      expect(await directory.ascribe(organization, "point-1", "r2", "p4")).toBe("p4");
    });

    it("counts a touch that was let go from the moment at which it comes again", async () => {
      const directory = open();
      const organization = organizationId();
      const day = 24 * 3_600_000;
      await directory.claim(claim(organization));
      const other = claim(organization, { patient: "p2", touch: "touch-2", at: 1000 + 2 * day });
      expect(await directory.claim(other)).toEqual({ is: "claimed" });
      const again = claim(organization, { at: 1000 + 2 * day + 1 });
      expect(await directory.claim(again)).toEqual({ is: "refused", until: 1000 + 3 * day });
      const later = claim(organization, { at: 1000 + 3 * day });
      expect(await directory.claim(later)).toEqual({ is: "claimed" });
    });

    it("holds its caps when many owners claim at once", async () => {
      const directory = open();
      const organization = organizationId();
      const results = await Promise.allSettled(
        Array.from({ length: 5 }, (_, index) =>
          directory.claim(
            claim(organization, {
              patient: `p${index}`,
              touch: `touch-${index}`,
              caps: atMost(2),
            }),
          ),
        ),
      );
      const claimed = results.filter(
        (result) => result.status === "fulfilled" && result.value.is === "claimed",
      );
      expect(claimed).toHaveLength(2);
    });

    it("knows whose touch came last, once there is more than one owner", async () => {
      const directory = open();
      const organization = organizationId();
      const caps = atMost(9);
      await directory.link(organization, "point-1", "p1");
      await directory.claim(claim(organization, { caps }));
      expect((await directory.owners(organization, "point-1")).latest).toBeUndefined();
      await directory.link(organization, "point-1", "p2");
      await directory.claim(
        claim(organization, { caps, patient: "p2", touch: "touch-2", at: 900 }),
      );
      expect((await directory.owners(organization, "point-1")).latest).toBe("p1");
    });
  });
}

export function callDirectoryContract(open: () => CallDirectory): void {
  it("a call contact is remembered for the touch that it was made for", async () => {
    const directory = open();
    const contact = `contact-${organizationId()}`;
    expect(await directory.touchOf(contact)).toBeUndefined();
    await directory.remember(contact, "touch-1");
    await directory.remember(contact, "touch-2");
    expect(await directory.touchOf(contact)).toBe("touch-1");
  });
}

export function campaignStoreContract(open: () => CampaignStore): void {
  describe("campaigns", () => {
    it("are published as immutable versions, the same content only once", async () => {
      const store = open();
      const organization = organizationId();
      const first = campaign();
      expect(await store.publish(organization, first)).toBe(1);
      expect(await store.publish(organization, { ...first, version: 9 })).toBe(1);
      expect(await store.publish(organization, { ...first, title: "Changed" })).toBe(2);
      expect(await store.version(organization, first.id, 1)).toEqual({ ...first, version: 1 });
      expect((await store.version(organization, first.id, 2))?.title).toBe("Changed");
      expect(await store.version(organization, first.id, 3)).toBeUndefined();
    });

    it("are all seen at once with their live version and whether they are paused", async () => {
      const store = open();
      const organization = organizationId();
      await store.publish(organization, campaign({ id: "screening/a" }));
      await store.publish(organization, campaign({ id: "screening/b" }));
      await store.setPaused(organization, "screening/b", true);
      await store.publish(organization, campaign({ id: "screening/b", title: "Changed" }));
      expect(await store.live(organization)).toEqual([
        { id: "screening/a", version: 1, isPaused: false },
        { id: "screening/b", version: 2, isPaused: true },
      ]);
      await store.setPaused(organization, "screening/b", false);
      expect((await store.live(organization))[1]?.isPaused).toBe(false);
      expect(await store.live(organizationId())).toEqual([]);
    });

    it("that do not exist cannot be paused", async () => {
      await expect(open().setPaused(organizationId(), "screening/a", true)).rejects.toBeInstanceOf(
        Unrecoverable,
      );
    });
  });
}

function organization(id: string, lines: readonly string[]): Organization {
  const words = Object.fromEntries(noticeKinds.map((kind) => [kind, { sms: kind }])) as Record<
    NoticeKind,
    { sms: string }
  >;
  return {
    id,
    name: "Oak Clinic",
    phone: "+12125550100",
    lines,
    postalAddress: "1 Oak Street, New York, NY 10001",
    business: { zone: "America/New_York", opens: "09:00", closes: "17:00", days: [1, 2, 3, 4, 5] },
    hasAfterHoursDesk: true,
    policy: defaultPolicy,
    notices: { en: words },
  };
}

export function organizationDirectoryContract(open: () => OrganizationDirectory): void {
  describe("an organization", () => {
    it("is found by its id and by each of its lines, in any case", async () => {
      const directory = open();
      const id = organizationId();
      const settings = organization(id, [`+1${id}`, `Care@${id}.example`]);
      expect(await directory.load(id)).toBeUndefined();
      await directory.save(settings);
      await directory.save(settings);
      expect(await directory.load(id)).toEqual(settings);
      expect(await directory.ofLine(`care@${id}.EXAMPLE`)).toBe(id);
      expect(await directory.ofLine("+19995550100")).toBeUndefined();
    });

    it("gives up the lines that it no longer names", async () => {
      const directory = open();
      const id = organizationId();
      await directory.save(organization(id, [`+1${id}`, `+2${id}`]));
      await directory.save(organization(id, [`+2${id}`]));
      expect(await directory.ofLine(`+1${id}`)).toBeUndefined();
      expect(await directory.ofLine(`+2${id}`)).toBe(id);
    });

    it("cannot take a line of another one", async () => {
      const directory = open();
      const [ours, theirs] = [organizationId(), organizationId()];
      await directory.save(organization(theirs, [`+1${theirs}`]));
      await expect(directory.save(organization(ours, [`+1${theirs}`]))).rejects.toBeInstanceOf(
        Unrecoverable,
      );
      expect(await directory.ofLine(`+1${theirs}`)).toBe(theirs);
      expect(await directory.load(ours)).toBeUndefined();
    });
  });

  describe("what is halted", () => {
    const byHand = { what: "voice", since: 1_000, by: "person" } as const;
    const tripped = { what: "sms", since: 1_000, by: "breaker", reason: "spend-limit" } as const;

    it("is nothing until somebody halts it, and again once it is resumed", async () => {
      const directory = open();
      const organization = organizationId();
      expect(await directory.halts(organization)).toEqual([]);
      await directory.resume(organization, "voice", 500);
      expect(await directory.halt(organization, byHand)).toBe("halted");
      expect(await directory.halt(organization, tripped)).toBe("halted");
      const both = await directory.halts(organization);
      expect(both).toHaveLength(2);
      expect(both).toEqual(expect.arrayContaining([tripped, byHand]));
      await directory.resume(organization, "voice", 2_000);
      expect(await directory.halts(organization)).toEqual([tripped]);
    });

    it("is halted once by all who do it at once, with the reason of the first", async () => {
      const directory = open();
      const organization = organizationId();
      const halts = [1, 2, 3].map((since) => directory.halt(organization, { ...tripped, since }));
      expect((await Promise.all(halts)).toSorted()).toEqual(["halted", "unchanged", "unchanged"]);
      await directory.halt(organization, { what: "sms", since: 4, by: "person" });
      expect(await directory.halts(organization)).toMatchObject([{ reason: "spend-limit" }]);
    });

    it("stays resumed whatever was under way, and is halted again by what came later", async () => {
      const directory = open();
      const organization = organizationId();
      await directory.halt(organization, tripped);
      await directory.resume(organization, "sms", 5_000);
      await directory.resume(organization, "sms", 9_000);
      const early = { ...tripped, since: 5_000 };
      expect(await directory.halt(organization, early)).toBe("unchanged");
      expect(await directory.halts(organization)).toEqual([]);
      const later = { ...tripped, since: 5_001 };
      expect(await directory.halt(organization, later)).toBe("halted");
      expect(await directory.halts(organization)).toEqual([later]);
    });

    it("is halted by a person whatever their clock says", async () => {
      const directory = open();
      const organization = organizationId();
      await directory.halt(organization, byHand);
      await directory.resume(organization, "voice", 5_000);
      expect(await directory.halt(organization, byHand)).toBe("halted");
    });
  });

  describe("which deployment is the patients' home", () => {
    it("is none until one is named, and only ever a later one", async () => {
      const directory = open();
      const organization = organizationId();
      expect(await directory.epoch(organization)).toBe(0);
      expect(await directory.raiseEpoch(organization, 2)).toBe(true);
      expect(await directory.raiseEpoch(organization, 2)).toBe(true);
      expect(await directory.raiseEpoch(organization, 1)).toBe(false);
      expect(await directory.epoch(organization)).toBe(2);
    });

    it("is each organization's own", async () => {
      const directory = open();
      const [ours, theirs] = [organizationId(), organizationId()];
      await directory.raiseEpoch(theirs, 3);
      expect(await directory.epoch(ours)).toBe(0);
    });
  });
}
