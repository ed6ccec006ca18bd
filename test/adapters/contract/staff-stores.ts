import { describe, expect, it } from "vitest";
import type { KeptNote, NoteStore, PatientView, StaffRoster, ViewLog } from "#ports";
import { organizationId } from "./organization-id.ts";

const member = (organization: string, user: string) =>
  ({ organization, user, name: `${user}@oak.example`, roles: ["agent"] }) as const;

/** What every `NoteStore` promises. */
export function noteStoreContract(open: () => NoteStore): void {
  describe("what staff wrote about a task", () => {
    const noted = (organization: string, overrides: Partial<KeptNote> = {}): KeptNote => ({
      task: { organization, patient: "p1", id: "book:1" },
      note: "note-0001",
      at: 1_000,
      user: "u-sam",
      name: "sam@oak.example",
      text: "No answer.\nTry <b>again</b> — mañana.",
      ...overrides,
    });

    it("comes back in its order, word for word", async () => {
      const store = open();
      const organization = organizationId();
      const [second, first, third] = [
        noted(organization, { note: "note-0002", at: 2_000 }),
        noted(organization),
        noted(organization, { note: "note-0003", at: 2_000 }),
      ];
      for (const note of [third, second, first]) expect(await store.keep(note)).toEqual(note);
      expect(await store.of(first.task)).toEqual([first, second, third]);
    });

    it("is kept once, as it was first written", async () => {
      const store = open();
      const organization = organizationId();
      const first = noted(organization);
      await store.keep(first);
      expect(await store.keep({ ...first, at: 9_000, text: "other words" })).toEqual(first);
      expect(await store.of(first.task)).toEqual([first]);
    });

    it("is of that task alone, though another's name begins alike", async () => {
      const store = open();
      const organization = organizationId();
      const note = noted(organization);
      await store.keep(note);
      const { task } = note;
      await store.keep({ ...note, task: { ...task, id: `${task.id}#more` } });
      await store.keep({ ...note, task: { ...task, patient: "p2" } });
      expect(await store.of(task)).toEqual([note]);
      expect(await store.of({ ...task, organization: organizationId() })).toEqual([]);
    });
  });
}

/** What every `StaffRoster` promises. */
export function staffRosterContract(open: () => StaffRoster): void {
  describe("the agents who are there", () => {
    it("are those seen since then, the latest first, each once", async () => {
      const roster = open();
      const organization = organizationId();
      await roster.seen(member(organization, "u-ann"), 1_000);
      await roster.seen(member(organization, "u-sam"), 2_000);
      await roster.seen(member(organization, "u-kim"), 5_000);
      await roster.seen(member(organization, "u-sam"), 6_000);
      await roster.seen(member(organization, "u-sam"), 3_000);
      expect(await roster.since(organization, 2_000)).toEqual([
        { user: "u-sam", name: "u-sam@oak.example", at: 6_000 },
        { user: "u-kim", name: "u-kim@oak.example", at: 5_000 },
      ]);
      expect(await roster.since(organizationId(), 0)).toEqual([]);
    });
  });
}

/** What every `ViewLog` promises. */
export function viewLogContract(open: () => ViewLog): void {
  describe("who saw a patient", () => {
    const view = (organization: string, at: number, overrides: Partial<PatientView> = {}) => ({
      ...{ organization, patient: "p1", at, user: "u-sam", name: "sam@oak.example" },
      ...{ route: "GET /v1/patients/{patient}", request: `request-${at}`, ...overrides },
    });

    it("is told latest first, a page at a time, each look once", async () => {
      const log = open();
      const organization = organizationId();
      const views = [1_000, 2_000, 3_000].map((at) => view(organization, at));
      for (const one of [...views, ...views]) await log.note(one);
      await log.note(view(organization, 4_000, { patient: "p2" }));
      const first = await log.page(organization, "p1", { limit: 2 });
      expect(first.views).toEqual([views[2], views[1]]);
      const cursor = first.cursor ?? "";
      expect(await log.page(organization, "p1", { limit: 2, cursor })).toEqual({
        views: [views[0]],
      });
      expect((await log.page(organizationId(), "p1", { limit: 2 })).views).toEqual([]);
    });

    it("is never told otherwise afterwards", async () => {
      const log = open();
      const organization = organizationId();
      const first = view(organization, 1_000);
      await log.note(first);
      await log.note({ ...first, user: "u-kim", name: "somebody else" });
      expect((await log.page(organization, "p1", { limit: 9 })).views).toEqual([first]);
    });
  });
}
