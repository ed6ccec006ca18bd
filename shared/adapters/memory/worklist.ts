import type { Claim, Closing, WorklistEntry } from "../../domain/task/claim.ts";
import type { ListedTask, TaskName } from "../../domain/task/listed-task.ts";
import type { FoundTask, Worklist, WorklistFilter } from "../../ports.ts";
import { taskPlace } from "../task-place.ts";

interface Kept {
  readonly revision: number;
  readonly hands: number;
  readonly listed?: ListedTask;
  readonly claim?: Claim;
  readonly closing?: Closing;
  readonly isOpen: boolean;
}

type Open = Kept & { readonly listed: ListedTask };

export function createMemoryWorklist(): Worklist {
  const kept = new Map<string, Kept>();
  const keyOf = ({ organization, patient, id }: TaskName) => `${organization}#${patient}#${id}`;
  return {
    async list(listed) {
      const { organization, patient, revision, task } = listed;
      const key = keyOf({ organization, patient, id: task.id });
      const { closing: _, ...before } = kept.get(key) ?? { hands: 0, revision: -1 };
      if (before.revision >= revision) return;
      kept.set(key, { ...before, listed, revision, isOpen: true });
    },
    async close(name, { revision, closing }) {
      const before = kept.get(keyOf(name));
      if (before && before.revision >= revision) return;
      const { claim: _, ...rest } = before ?? { hands: 0 };
      const by = closing ?? before?.closing;
      kept.set(keyOf(name), { ...rest, revision, isOpen: false, ...(by ? { closing: by } : {}) });
    },
    async find(name) {
      const found = kept.get(keyOf(name));
      return found && foundOf(found);
    },
    async assign(name, version, claim) {
      const before = kept.get(keyOf(name));
      if (!before || !isOpen(before) || before.hands !== version) return "changed";
      const { claim: _, ...rest } = before;
      const after = { ...rest, hands: version + 1, ...(claim ? { claim } : {}) };
      kept.set(keyOf(name), after);
      return entryOf(after);
    },
    async page(organization, filter, { limit, cursor = "" }) {
      const places = [...kept.values()]
        .filter(isOpen)
        .filter((one) => one.listed.organization === organization && matches(one, filter))
        .map((one) => ({ one, place: taskPlace(one.listed) }))
        .filter(({ place }) => place > cursor)
        .toSorted((a, b) => (a.place < b.place ? -1 : 1));
      const shown = places.slice(0, limit);
      const last = places.length > limit ? shown.at(-1) : undefined;
      const entries = shown.map(({ one }) => entryOf(one));
      return { entries, ...(last ? { cursor: last.place } : {}) };
    },
  };
}

function isOpen(one: Kept): one is Open {
  return one.isOpen && one.listed !== undefined;
}

function matches({ listed, claim }: Open, { queue, heldBy }: WorklistFilter): boolean {
  if (queue !== undefined && listed.task.queue !== queue) return false;
  if (heldBy === undefined) return true;
  return heldBy === "nobody" ? claim === undefined : claim?.user === heldBy.user;
}

function foundOf(one: Kept): FoundTask {
  if (isOpen(one)) return { is: "open", ...entryOf(one) };
  const { closing, listed } = one;
  return { is: "closed", ...(closing ? { closing } : {}), ...(listed ? { listed } : {}) };
}

function entryOf({ listed, hands, claim }: Open): WorklistEntry {
  return { listed, version: hands, ...(claim ? { claim } : {}) };
}
