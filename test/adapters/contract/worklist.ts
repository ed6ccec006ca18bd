import { describe, expect, it } from "vitest";
import type { Claim } from "#domain/task/claim";
import type { TaskName } from "#domain/task/listed-task";
import type { Worklist, WorklistFilter } from "#ports";
import { listed } from "../../support/a-listed-task.ts";
import { organizationId } from "./organization-id.ts";

const sam: Claim = { user: "u-sam", name: "sam@oak.example", since: 1_000 };
const kim: Claim = { user: "u-kim", name: "kim@oak.example", since: 2_000 };

/** What every `Worklist` promises. */
export function worklistContract(open: () => Worklist): void {
  const opened = () => {
    const worklist = open();
    const organization = organizationId();
    const task = listed({ organization });
    const name: TaskName = { organization, patient: task.patient, id: task.task.id };
    const page = async (filter: WorklistFilter = {}, limit = 50, cursor?: string) => {
      const at = cursor === undefined ? { limit } : { limit, cursor };
      const { entries, cursor: next } = await worklist.page(organization, filter, at);
      return { ids: entries.map((entry) => entry.listed.task.id), next };
    };
    return { worklist, organization, task, name, page };
  };

  describe("the worklist", () => {
    it("knows a task once it was listed, in nobody's hands", async () => {
      const { worklist, task, name } = opened();
      expect(await worklist.find(name)).toBeUndefined();
      await worklist.list(task);
      expect(await worklist.find(name)).toEqual({ is: "open", listed: task, version: 0 });
    });

    it("tells what the latest revision says, in whatever order and however often it is told", async () => {
      const { worklist, organization, name, page } = opened();
      const first = listed({ organization, revision: 3, raised: 0 });
      const second = listed({ organization, revision: 5, raised: 1 });
      for (const task of [second, first, second, first]) await worklist.list(task);
      expect(await worklist.find(name)).toMatchObject({
        listed: { revision: 5, task: { raised: 1 } },
      });
      expect((await page()).ids).toHaveLength(1);
    });

    it("does not open again what was closed, when it is raised late", async () => {
      const { worklist, task, name, page } = opened();
      await worklist.close(name, { revision: 7, at: 5_000 });
      await worklist.list({ ...task, revision: 6 });
      expect(await worklist.find(name)).toEqual({ is: "closed" });
      expect((await page()).ids).toEqual([]);
    });

    it("opens it again where a later revision has the same need anew", async () => {
      const { worklist, task, name, page } = opened();
      await worklist.list(task);
      await worklist.close(name, { revision: 7, at: 5_000 });
      await worklist.list({ ...task, revision: 8 });
      await worklist.close(name, { revision: 7, at: 5_000 });
      expect(await worklist.find(name)).toMatchObject({ is: "open" });
      expect((await page()).ids).toHaveLength(1);
    });

    it("remembers who closed a task, and takes it out of every hand", async () => {
      const { worklist, task, name, page } = opened();
      await worklist.list(task);
      await worklist.assign(name, 0, sam);
      const closing = { user: sam.user, name: sam.name, at: 9_000, outcome: "resolved" } as const;
      await worklist.close(name, { revision: 2, at: 9_000, closing });
      await worklist.close(name, { revision: 4, at: 9_500 });
      expect(await worklist.find(name)).toEqual({ is: "closed", closing, listed: task });
      for (const filter of [{}, { heldBy: sam }, { queue: "scheduling" }]) {
        expect((await page(filter)).ids).toEqual([]);
      }
    });

    it("puts a task into one pair of hands, however many reach for it", async () => {
      const { worklist, task, name } = opened();
      await worklist.list(task);
      const reached = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          worklist.assign(name, 0, { ...sam, user: `u-${index}` }),
        ),
      );
      const won = reached.filter((answer) => answer !== "changed");
      expect(won).toHaveLength(1);
      const found = await worklist.find(name);
      expect(found).toMatchObject({ is: "open", version: 1, claim: won[0]?.claim });
    });

    it("hands it on, lets go of it, and keeps the hands when the record tells something new", async () => {
      const { worklist, task, name } = opened();
      await worklist.list(task);
      await worklist.assign(name, 0, sam);
      expect(await worklist.assign(name, 1, kim)).toMatchObject({ version: 2, claim: kim });
      await worklist.list({ ...task, revision: 9 });
      expect(await worklist.find(name)).toMatchObject({ version: 2, claim: kim });
      expect(await worklist.assign(name, 1, sam)).toBe("changed");
      const free = await worklist.assign(name, 2, undefined);
      expect(free).toEqual({ listed: { ...task, revision: 9 }, version: 3 });
    });

    it("gives nobody a task that is closed or was never there", async () => {
      const { worklist, task, name } = opened();
      expect(await worklist.assign(name, 0, sam)).toBe("changed");
      await worklist.list(task);
      await worklist.close(name, { revision: 2, at: 5_000 });
      expect(await worklist.assign(name, 0, sam)).toBe("changed");
      expect(await worklist.find(name)).toEqual({ is: "closed", listed: task });
    });

    it("shows tasks by urgency, then by deadline, a page at a time, each once", async () => {
      const { worklist, organization, page } = opened();
      const kinds = [
        ["routine", 1],
        ["stat", 9],
        ["urgent", 5],
        ["stat", 2],
        ["asap", 1],
        ["routine", 1],
      ] as const;
      for (const [index, [priority, deadline]] of kinds.entries()) {
        await worklist.list(listed({ organization, id: `t${index}`, priority, deadline }));
      }
      const all = (await page()).ids;
      expect(all.slice(0, 4)).toEqual(["t3", "t1", "t2", "t4"]);
      expect(all.slice(4).toSorted()).toEqual(["t0", "t5"]);
      const paged: string[] = [];
      for (let cursor: string | undefined, rounds = 0; rounds < 4; rounds++) {
        const { ids, next } = await page({}, 2, cursor);
        paged.push(...ids);
        cursor = next;
        if (next === undefined) break;
      }
      expect(paged).toEqual(all);
    });

    it("finds one's own, nobody's, and those of a queue", async () => {
      const { worklist, organization, page } = opened();
      for (const [id, queue] of [
        ["a", "nurse"],
        ["b", "nurse"],
        ["c", "service"],
        ["d", "service"],
      ] as const) {
        await worklist.list(listed({ organization, id, queue }));
      }
      for (const id of ["a", "c"])
        await worklist.assign({ organization, patient: "p1", id }, 0, sam);
      const found = async (filter: WorklistFilter) => (await page(filter)).ids.toSorted();
      expect(await found({ heldBy: sam })).toEqual(["a", "c"]);
      expect(await found({ heldBy: kim })).toEqual([]);
      expect(await found({ heldBy: "nobody" })).toEqual(["b", "d"]);
      expect(await found({ queue: "nurse" })).toEqual(["a", "b"]);
      expect(await found({ queue: "nurse", heldBy: sam })).toEqual(["a"]);
      expect(await found({ queue: "nurse", heldBy: "nobody" })).toEqual(["b"]);
      expect((await page({ heldBy: "nobody" }, 1)).next).toBeDefined();
    });

    it("shows another organization nothing", async () => {
      const { worklist, task, name } = opened();
      await worklist.list(task);
      await worklist.assign(name, 0, sam);
      const other = organizationId();
      for (const filter of [{}, { heldBy: sam }, { queue: "scheduling" }]) {
        expect((await worklist.page(other, filter, { limit: 10 })).entries).toEqual([]);
      }
      expect(await worklist.find({ ...name, organization: other })).toBeUndefined();
    });
  });
}
