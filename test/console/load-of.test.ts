import { describe, expect, it } from "vitest";
import type { TaskRow } from "#contracts/api/tasks";
import { loadOf } from "../../console/worklist/load-of.ts";

const now = Date.parse("2026-11-26T14:00:00Z");

function task(deadline: string, user?: string): TaskRow {
  return {
    ...{
      task: `task-${deadline}-${user}`,
      patient: "patient-1",
      reason: "reply-T1",
      words: "Call.",
    },
    ...{ queue: "nurse", priority: "stat", openedAt: "2026-11-26T13:00:00Z", deadline },
    ...{ raised: 1, holds: true, language: "en", needs: { interpreter: false, relay: false } },
    version: 1,
    ...(user && { claim: { user, name: `${user}@oak.example`, since: deadline, isMine: false } }),
  };
}

describe("who has how much", () => {
  it("counts tasks and late ones for each, nobody's first, then who has most late", () => {
    const [late, early] = ["2026-11-26T13:59:59Z", "2026-11-26T14:00:00Z"];
    const tasks = [task(early, "ana"), task(early, "bo"), task(late, "bo"), task(late)];
    expect(loadOf(tasks, now)).toEqual([
      { tasks: 1, late: 1 },
      { name: "bo@oak.example", tasks: 2, late: 1 },
      { name: "ana@oak.example", tasks: 1, late: 0 },
    ]);
  });

  it("is nothing where there is nothing to do", () => {
    expect(loadOf([], now)).toEqual([]);
  });
});
