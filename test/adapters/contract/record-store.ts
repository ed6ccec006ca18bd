import { describe, expect, it } from "vitest";
import type { RecordEvent } from "#domain/record/event";
import { newRecord } from "#domain/record/new-record";
import type { PatientRecord } from "#domain/record/record";
import type { RecordStore } from "#ports";
import { StaleRecord } from "../../../shared/errors.ts";
import { organizationId } from "./organization-id.ts";

/** A record with one planned text, due then, one write further than `before`. */
function planned(before: PatientRecord, dueAt: number, channel: "sms" | "email" = "sms") {
  const after: PatientRecord = {
    ...before,
    revision: before.revision + 1,
    enrollments: [
      {
        campaign: "screening/check",
        version: 1,
        episode: "2026-11-23",
        enrolledAt: 1000,
        step: "invite",
        stage: "enrolled",
        entries: 1,
        occurrences: {},
        state: {
          status: "planned",
          channel,
          dueAt,
          notAfter: dueAt + 1000,
          triesLeft: 1,
          releases: 0,
        },
      },
    ],
  };
  return { before, after, events: [entered], inputs: "digest" };
}

const entered: RecordEvent = {
  type: "step-entered",
  at: 1000,
  campaign: "screening/check",
  episode: "2026-11-23",
  step: "invite",
};

/** What every `RecordStore` promises. The store under test has 4 shards. */
export function recordStoreContract(open: () => RecordStore): void {
  describe("the patients' records", () => {
    it("are unknown until written", async () => {
      expect(await open().load(organizationId(), "p1")).toBeUndefined();
    });

    it("come back as they were written, one revision further", async () => {
      const store = open();
      const organization = organizationId();
      const change = planned(newRecord(organization, "p1"), 5000);
      await store.append(change);
      expect(await store.load(organization, "p1")).toEqual(change.after);
      expect(change.after.revision).toBe(1);
    });

    it("refuse a writer who loaded an older revision, and keep what was there", async () => {
      const store = open();
      const organization = organizationId();
      const first = planned(newRecord(organization, "p1"), 5000);
      await store.append(first);
      await expect(store.append(first)).rejects.toBeInstanceOf(StaleRecord);
      const second = planned(first.after, 6000);
      await store.append(second);
      await expect(store.append(planned(first.after, 7000))).rejects.toBeInstanceOf(StaleRecord);
      expect(await store.load(organization, "p1")).toEqual(second.after);
    });

    it("let exactly one of many writers win", async () => {
      const store = open();
      const organization = organizationId();
      const before = newRecord(organization, "p1");
      const results = await Promise.allSettled(
        Array.from({ length: 12 }, (_, index) => store.append(planned(before, 5000 + index))),
      );
      const lost = results.filter((result) => result.status === "rejected");
      expect(lost).toHaveLength(11);
      for (const result of lost) expect(result.reason).toBeInstanceOf(StaleRecord);
    });

    it("are found when due, soonest first, no more than asked for", async () => {
      const store = open();
      const organization = organizationId();
      for (const [patient, dueAt] of [
        ["late", 9000],
        ["soon", 1000],
        ["next", 2000],
      ] as const) {
        await store.append(planned(newRecord(organization, patient), dueAt));
      }
      const due = async (by: number, limit: number) => {
        const shards = await Promise.all(
          [0, 1, 2, 3].map((shard) => store.due("sms", shard, by, limit)),
        );
        return shards
          .flat()
          .filter((entry) => entry.organization === organization)
          .toSorted((a, b) => a.dueAt - b.dueAt)
          .map((entry) => entry.patient);
      };
      expect(await due(2000, 10)).toEqual(["soon", "next"]);
      expect(await due(999, 10)).toEqual([]);
      expect((await store.due("sms", 0, 99_999, 1)).length).toBeLessThanOrEqual(1);
    });

    it("leave a lane when they are due on another, or when nothing is due", async () => {
      const store = open();
      const organization = organizationId();
      const lanes = async (): Promise<readonly string[]> => {
        const found: string[] = [];
        for (const lane of ["sms", "email", "decide", "task", "voice"] as const) {
          for (const shard of [0, 1, 2, 3]) {
            const entries = await store.due(lane, shard, 99_999, 100);
            if (entries.some((entry) => entry.organization === organization)) found.push(lane);
          }
        }
        return found;
      };
      const first = planned(newRecord(organization, "p1"), 5000);
      await store.append(first);
      expect(await lanes()).toEqual(["sms"]);
      const second = planned(first.after, 5000, "email");
      await store.append(second);
      expect(await lanes()).toEqual(["email"]);
      await store.append({
        ...second,
        before: second.after,
        after: { ...second.after, enrollments: [] },
      });
      expect(await lanes()).toEqual([]);
    });
  });
}
