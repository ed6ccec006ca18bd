import { describe, expect, it } from "vitest";
import type { StaffMember } from "#domain/staff/member";
import {
  claimTask,
  handOverTask,
  isClosedBy,
  releaseTask,
  type WorklistEntry,
} from "#domain/task/claim";
import { listed } from "../../support/a-listed-task.ts";

const member = (user: string, ...roles: StaffMember["roles"]): StaffMember => ({
  ...{ user, name: `${user}@oak.example`, organization: "oak" },
  roles: roles.length > 0 ? roles : ["agent"],
});
const [sam, kim] = [member("sam"), member("kim")];
const held = { user: "sam", name: "sam@oak.example", since: 1_000 };
const free: WorklistEntry = { listed: listed(), version: 4 };
const taken: WorklistEntry = { ...free, claim: held };

describe("a task", () => {
  it("that nobody has is taken by whoever reaches for it", () => {
    expect(claimTask(free, sam, 1_000)).toEqual({ is: "changed", claim: held });
  });

  it("that somebody has is theirs, and who comes second is told whose", () => {
    expect(claimTask(taken, kim, 2_000)).toEqual({ refused: "already-claimed", holder: held });
    expect(claimTask(taken, sam, 2_000)).toEqual({ is: "unchanged" });
  });

  it("is let go of by who has it, as they saw it", () => {
    expect(releaseTask(taken, sam, 4)).toEqual({ is: "changed", claim: undefined });
    expect(releaseTask(taken, sam, 3)).toEqual({ refused: "stale-version" });
    expect(releaseTask(taken, kim, 4)).toMatchObject({ refused: "already-claimed" });
    expect(releaseTask(free, sam, 3)).toEqual({ is: "unchanged" });
  });

  it("is taken from somebody who is not there by a care manager alone", () => {
    const manager = member("pat", "care-manager");
    expect(releaseTask(taken, manager, 4)).toEqual({ is: "changed", claim: undefined });
    expect(releaseTask(taken, manager, 5)).toEqual({ refused: "stale-version" });
  });

  it("is handed on by who has it, and once", () => {
    const given = { seen: 4, to: kim, at: 3_000 };
    const claim = { user: "kim", name: "kim@oak.example", since: 3_000 };
    expect(handOverTask(taken, sam, given)).toEqual({ is: "changed", claim });
    const after = { ...free, version: 5, claim };
    expect(handOverTask(after, sam, given)).toEqual({ is: "unchanged" });
    expect(handOverTask(free, sam, given)).toEqual({ refused: "not-claimed" });
    expect(handOverTask(taken, kim, given)).toMatchObject({ refused: "already-claimed" });
    expect(handOverTask(taken, sam, { ...given, seen: 3 })).toEqual({ refused: "stale-version" });
  });

  it("that somebody closed is closed by them, and so, and by nobody else", () => {
    const closing = { user: "sam", name: "sam@oak.example", at: 9, outcome: "resolved" } as const;
    expect(isClosedBy(closing, sam, "resolved")).toBe(true);
    expect(isClosedBy(closing, sam, "unreachable")).toBe(false);
    expect(isClosedBy(closing, kim, "resolved")).toBe(false);
  });
});
