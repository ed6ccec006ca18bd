import { describe, expect, it } from "vitest";
import type { EligibilityEntry } from "#domain/audience/eligibility";
import type { Fact } from "#domain/patient/fact";
import type { Profile } from "#domain/patient/profile";
import type {
  EligibilityIndex,
  FactStore,
  KeptReply,
  PatientDirectory,
  PersonIndex,
  ProfileStore,
  ReplyStore,
  ResolutionStore,
} from "#ports";
import { StaleRecord } from "../../../shared/errors.ts";
import { profile } from "../../support/a-clinic.ts";
import { organizationId } from "./organization-id.ts";

export function profileStoreContract(open: () => ProfileStore): void {
  it("a profile comes back as it was last saved", async () => {
    const store = open();
    const organization = organizationId();
    const profile: Profile = {
      organization,
      patient: "p1",
      given: "Ana",
      family: "Ruiz",
      language: "es",
      isLanguageKnown: true,
      sex: "female",
      birthDate: -1200,
      zones: ["America/New_York"],
      states: ["NY"],
      points: [{ id: "point-1", kind: "mobile", address: "+14255550182" }],
    };
    expect(await store.load(organization, "p1")).toBeUndefined();
    await store.save(profile);
    await store.save({ ...profile, doNotContact: "deceased" });
    expect(await store.load(organization, "p1")).toEqual({ ...profile, doNotContact: "deceased" });
  });
}

function facts(count: number, word: string): Fact[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `Observation/${index}`,
    kind: "observation" as const,
    codes: [`loinc|4548-4 ${word}`],
    from: 20_000 + index,
    precision: "day" as const,
    status: "done" as const,
  }));
}

export function personIndexContract(open: () => PersonIndex & ProfileStore): void {
  describe("who has a name and a birth date", () => {
    it("is found by them, however the name is written", async () => {
      const store = open();
      const organization = organizationId();
      const born = -3_000;
      for (const [patient, family, birthDate] of [
        ["p1", "Núñez-O'Brien", born],
        ["p2", "NUNEZ OBRIEN", born],
        ["p3", "Nunez", born],
        ["p4", "Nunez OBrien", born + 1],
      ] as const) {
        await store.save(profile({ organization, patient, family, birthDate }));
      }
      const { birthDate: _, ...undated } = profile({ organization, patient: "p5" });
      await store.save({ ...undated, family: "Nunez OBrien" });
      const found = await store.born(organization, "nunez obrien", born, 10);
      expect(found.toSorted()).toEqual(["p1", "p2"]);
      expect(await store.born(organization, "nunez obrien", born, 1)).toHaveLength(1);
      expect(await store.born(organization, "--", born, 10)).toEqual([]);
      expect(await store.born(organizationId(), "nunez obrien", born, 10)).toEqual([]);
    });

    it("is found by the new name once it has changed, and not by the old one", async () => {
      const store = open();
      const organization = organizationId();
      const before = profile({ organization, patient: "p1", family: "Alvarez", birthDate: 100 });
      await store.save(before);
      await store.save({ ...before, family: "Brown" });
      expect(await store.born(organization, "Alvarez", 100, 10)).toEqual([]);
      expect(await store.born(organization, "Brown", 100, 10)).toEqual(["p1"]);
    });
  });
}

export function patientDirectoryContract(open: () => PatientDirectory & ProfileStore): void {
  it("everybody is found once, in slices read beside each other, a page at a time", async () => {
    const directory = open();
    const organization = organizationId();
    const ids = Array.from({ length: 23 }, (_, number) => `p${number}`);
    for (const patient of [...ids, "stranger"]) {
      await directory.save({
        organization: patient === "stranger" ? `${organization}-b` : organization,
        patient,
        given: "Ana",
        family: "Ruiz",
        language: "es",
        isLanguageKnown: true,
        zones: [],
        states: [],
        points: [],
      });
    }
    const slices = await Promise.all(
      [0, 1, 2].map(async (index) => {
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await directory.page(
            organization,
            { index, of: 3 },
            { limit: 7, ...(cursor === undefined ? {} : { cursor }) },
          );
          found.push(...page.patients);
          cursor = page.cursor;
        } while (cursor !== undefined);
        return found;
      }),
    );
    expect(slices.flat().toSorted()).toEqual(ids.toSorted());
  });
}

export function resolutionStoreContract(open: () => ResolutionStore): void {
  it("a resolution tells how far each slice has come, and forgets the one before", async () => {
    const store = open();
    const organization = organizationId();
    expect(await store.current(organization)).toBeUndefined();
    const slices = [
      { solved: 0, isDone: false },
      { solved: 0, isDone: false },
    ];
    const first = { id: "1-a", digest: "a", startedAt: 1, slices };
    await store.begin(organization, first);
    await store.checkpoint(organization, "1-a", 1, { solved: 5, isDone: false, cursor: "here" });
    expect(await store.current(organization)).toEqual({
      ...first,
      slices: [slices[0], { solved: 5, isDone: false, cursor: "here" }],
    });
    const second = { ...first, id: "2-b", digest: "b", startedAt: 2 };
    await store.begin(organization, second);
    await store.checkpoint(organization, "1-a", 0, { solved: 9, isDone: true });
    expect(await store.current(organization)).toEqual(second);
  });
}

export function factStoreContract(open: () => FactStore): void {
  describe("a patient's facts", () => {
    it("come back whole, whether few or too many for one item", async () => {
      const store = open();
      const organization = organizationId();
      expect(await store.load(organization, "p1")).toBeUndefined();
      const many = facts(6000, "𝒜ñ");
      await store.save(organization, { patient: "p1", revision: 0, facts: many }, 0);
      const stored = await store.load(organization, "p1");
      expect(stored?.revision).toBe(1);
      expect(stored?.facts).toEqual(many);
      await store.save(organization, { patient: "p1", revision: 1, facts: facts(2, "x") }, 1);
      expect(await store.load(organization, "p1")).toEqual({
        patient: "p1",
        revision: 2,
        facts: facts(2, "x"),
      });
    });

    it("are not replaced by a writer who did not see the latest", async () => {
      const store = open();
      const organization = organizationId();
      const first = { patient: "p1", revision: 0, facts: facts(1, "first") };
      await store.save(organization, first, 0);
      const late = { ...first, facts: facts(6000, "late") };
      await expect(store.save(organization, late, 0)).rejects.toBeInstanceOf(StaleRecord);
      await expect(store.save(organization, late, 7)).rejects.toBeInstanceOf(StaleRecord);
      expect((await store.load(organization, "p1"))?.facts).toEqual(first.facts);
    });
  });
}

export function eligibilityContract(open: () => EligibilityIndex): void {
  const mammogram: EligibilityEntry = {
    campaign: "screening/mammogram",
    version: 1,
    from: 20_000,
    startsOn: 20_000,
    episode: "2024-10-04",
  };

  describe("the days on which an audience starts to hold", () => {
    it("are found by campaign, up to a day, a page at a time", async () => {
      const index = open();
      const organization = organizationId();
      for (let number = 0; number < 7; number++) {
        const entry = { ...mammogram, startsOn: 20_000 + number };
        await index.replace(organization, `p${number}`, [entry]);
      }
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await index.starting(organization, mammogram.campaign, 20_005, {
          limit: 4,
          ...(cursor === undefined ? {} : { cursor }),
        });
        expect(page.patients.length).toBeLessThanOrEqual(4);
        found.push(...page.patients);
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(found).toEqual(["p0", "p1", "p2", "p3", "p4", "p5"]);
      expect(
        (await index.starting(organization, "lab/hba1c", 30_000, { limit: 9 })).patients,
      ).toEqual([]);
    });

    it("are replaced per campaign, and leave the index when selection has looked", async () => {
      const index = open();
      const organization = organizationId();
      const lab = { ...mammogram, campaign: "lab/hba1c" };
      await index.replace(organization, "p1", [mammogram, lab]);
      const { startsOn: _, ...seen } = mammogram;
      await index.replace(organization, "p1", [seen]);
      await index.replace(organization, "p1", [seen]);
      const starting = (campaign: string) =>
        index.starting(organization, campaign, 30_000, { limit: 9 });
      expect((await starting(mammogram.campaign)).patients).toEqual([]);
      expect((await starting(lab.campaign)).patients).toEqual(["p1"]);
      expect(await index.entry(organization, "p1", mammogram.campaign)).toEqual(seen);
    });

    it("are removed for a campaign that was solved and will not hold", async () => {
      const index = open();
      const organization = organizationId();
      await index.replace(organization, "p1", [mammogram]);
      await index.replace(organization, "p1", [], [mammogram.campaign]);
      expect(await index.entry(organization, "p1", mammogram.campaign)).toBeUndefined();
      const page = await index.starting(organization, mammogram.campaign, 30_000, { limit: 9 });
      expect(page.patients).toEqual([]);
    });

    it("are moved only while they are as they were loaded", async () => {
      const index = open();
      const organization = organizationId();
      await index.replace(organization, "p1", [mammogram]);
      const loaded = await index.entry(organization, "p1", mammogram.campaign);
      if (loaded === undefined) throw new Error("no entry");
      const { episode, ...rest } = { ...loaded, startsOn: 20_300 };
      const moved = { ...rest, ...(episode === undefined ? {} : { episode: "2025-07-31" }) };
      await index.move(organization, "p1", loaded, moved);
      expect(await index.entry(organization, "p1", mammogram.campaign)).toEqual(moved);
      const late = index.move(organization, "p1", loaded, { ...loaded, startsOn: 20_999 });
      await expect(late).rejects.toBeInstanceOf(StaleRecord);
      await index.replace(organization, "p1", [], [mammogram.campaign]);
      const gone = index.move(organization, "p1", moved, loaded);
      await expect(gone).rejects.toBeInstanceOf(StaleRecord);
    });

    it("take the entries of a patient in more campaigns than one batch holds", async () => {
      const index = open();
      const organization = organizationId();
      const entries = Array.from({ length: 60 }, (_, number) => ({
        ...mammogram,
        campaign: `screening/c${number}`,
      }));
      await index.replace(organization, "p1", entries);
      expect(await index.entry(organization, "p1", "screening/c59")).toEqual(entries[59]);
    });
  });
}

export function replyStoreContract(open: () => ReplyStore): void {
  it("a reply is kept once, word for word, as it first came", async () => {
    const store = open();
    const organization = organizationId();
    const reply: KeptReply = {
      organization,
      patient: "p1",
      reply: "in/1",
      at: 2000,
      channel: "sms",
      text: "¿Puede llamarme? 😀",
    };
    await store.keep(reply);
    await store.keep({ ...reply, text: "changed" });
    await store.keep({ ...reply, reply: "in/0", at: 1000 });
    expect((await store.of(organization, "p1")).map((kept) => [kept.reply, kept.text])).toEqual([
      ["in/0", reply.text],
      ["in/1", reply.text],
    ]);
    expect(await store.of(organization, "p2")).toEqual([]);
  });
}
