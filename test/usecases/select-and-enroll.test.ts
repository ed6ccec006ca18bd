import { describe, expect, it } from "vitest";
import type { DueMessage } from "#contracts/due-message";
import { rearm } from "#domain/audience/rearm";
import { slotsOfRelease } from "#domain/pace/slots";
import type { Lane } from "#domain/record/due";
import { dayOf, formatDay } from "#domain/time";
import { createEnrollPatient } from "#usecases/enroll-patient";
import { createReleaseDue } from "#usecases/release-due";
import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import { campaign } from "../support/a-campaign.ts";
import { clinic, profile } from "../support/a-clinic.ts";
import { monday } from "../support/a-record.ts";

const today = dayOf(monday, "America/New_York");
const id = "screening/check";
const entry = { campaign: id, version: 1, from: today, startsOn: today, episode: "2026-11-30" };
const input = { organization: "oak", patient: "p1", campaign: id, version: 1, on: today };

async function due(startsOn = today) {
  const it = await clinic();
  await it.admit();
  await it.eligibility.replace("oak", "p1", [{ ...entry, startsOn }]);
  return it;
}

describe("the daily selection", () => {
  it("queues who is due today, and who was due on a day that was missed", async () => {
    const it = await due(today - 3);
    expect(await it.select({ organization: "oak" })).toEqual([
      { campaign: id, version: 1, count: 1 },
    ]);
    expect(it.enrolls.take(10)).toMatchObject([{ patient: "p1", campaign: id, on: today }]);
  });

  it("leaves out who is not due yet", async () => {
    const it = await due(today + 1);
    await it.select({ organization: "oak" });
    expect(it.enrolls.take(10)).toEqual([]);
  });

  it("selects nobody for a paused campaign, and loses nobody", async () => {
    const it = await due();
    await it.campaigns.setPaused("oak", id, true);
    expect(await it.select({ organization: "oak" })).toEqual([]);
    await it.campaigns.setPaused("oak", id, false);
    expect(await it.select({ organization: "oak" })).toMatchObject([{ count: 1 }]);
  });
});

describe("enrolling", () => {
  it("enrolls once, however often the same selection comes", async () => {
    const it = await due();
    expect(await it.enroll(input)).toBe("enrolled");
    expect(await it.enroll(input)).toBe("nothing");
    expect((await it.records.load("oak", "p1"))?.enrollments).toHaveLength(1);
    expect(it.rows.filter((row) => row.event.type === "enrolled")).toHaveLength(1);
  });

  it("waits for who is known by an entry alone, and enrolls them once their profile is there", async () => {
    const it = await clinic();
    await it.eligibility.replace("oak", "p1", [entry]);
    expect(await it.enroll(input)).toBe("nothing");
    expect(it.rows).toEqual([]);
    await it.admit();
    await it.select({ organization: "oak" });
    expect(it.enrolls.take(10)).toMatchObject([{ patient: "p1" }]);
    expect(await it.enroll(input)).toBe("enrolled");
  });

  it("ends at once for whom the facts say by then that the goal is met", async () => {
    const it = await due();
    const standing = { is: "goal-met" } as const;
    // What solving the patient again comes to, when facts came in after the entry was read.
    const resolve = async () => {
      const at = it.clock.now();
      await it.act("oak", "p1", () => [{ type: "change-eligibility", at, campaign: id, standing }]);
    };
    expect(await createEnrollPatient({ ...it, kick: async () => undefined, resolve })(input)).toBe(
      "enrolled",
    );
    expect((await it.records.load("oak", "p1"))?.enrollments).toEqual([]);
    expect(it.rows.at(-1)?.event).toMatchObject({ type: "enrollment-ended", outcome: "goal-met" });
  });

  it("hands a text that may go now to its lane at once", async () => {
    const it = await due();
    await it.enroll(input);
    expect(it.queues.sms.take(10)).toMatchObject([{ patient: "p1", lane: "sms" }]);
  });

  it("records why not, and looks again in a week where the reason may pass", async () => {
    const it = await due();
    await it.act("oak", "p1", () => [{ type: "opt-out", at: monday, via: "agent" }]);
    expect(await it.enroll(input)).toBe("refused");
    expect(await it.eligibility.entry("oak", "p1", id)).toMatchObject({ startsOn: today + 7 });
  });

  it("looks again at re-entry, with an episode of its own", async () => {
    const it = await due();
    await it.enroll(input);
    const next = await it.eligibility.entry("oak", "p1", id);
    expect(formatDay(next?.startsOn ?? 0)).toBe("2027-11-30");
    expect(next?.episode).toBe("2027-11-30");
  });
});

describe("the next look", () => {
  it("never comes back for who is held out while this interval lasts", () => {
    expect(rearm(entry, campaign(), "holdout", today).startsOn).toBeUndefined();
  });

  it("waits for the next interval when re-entry falls behind the end of this one", () => {
    const ending = { ...entry, through: today + 30, nextFrom: today + 400 };
    expect(rearm(ending, campaign(), undefined, today)).toMatchObject({ startsOn: today + 400 });
  });
});

describe("the minute's release", () => {
  it("hands over what is due, and not what still waits in the queue", async () => {
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    expect((await it.release()).sms).toMatchObject({ released: 1, refused: 0 });
    expect(it.queues.sms.take(10)).toMatchObject([{ patient: "p1", lane: "sms", dueAt: monday }]);
    await it.sendSms({ organization: "oak", patient: "p1", channel: "sms" });
    expect((await it.release()).sms).toMatchObject({ released: 0, refused: 0 });
  });

  it("one entry that no queue takes holds up nobody else, and no other lane", async () => {
    const it = await clinic();
    for (const patient of ["p1", "p2", "p3"]) {
      await it.admit(profile({ patient }));
      await it.enrollDirectly(patient);
    }
    const sms = {
      ...it.queues.sms,
      send: async (work: readonly DueMessage[]) => {
        if (work.some(({ patient }) => patient === "p2")) throw new Unrecoverable("queue/bad-work");
        await it.queues.sms.send(work);
      },
    };
    const release = createReleaseDue({
      ...it,
      shards: 1,
      queues: { ...it.queues, sms },
    });
    expect((await release()).sms).toMatchObject({ released: 2, refused: 1 });
    expect(it.queues.sms.take(10).map(({ patient }) => patient)).toEqual(["p1", "p3"]);
  });

  it("gives each text its own moment where the number may send so many a second", async () => {
    const it = await clinic();
    for (const patient of ["p1", "p2", "p3"]) {
      await it.admit(profile({ patient }));
      await it.enrollDirectly(patient);
    }
    const release = createReleaseDue({ ...it, shards: 1, paces: { sms: { perSecond: 2 } } });
    expect((await release()).sms).toMatchObject({ released: 3, refused: 0 });
    const moments = it.queues.sms.take(10).map(({ startAt }) => startAt);
    expect(moments).toEqual(slotsOfRelease(monday, { perSecond: 2 }).slots.slice(0, 3));
  });

  it("adds nothing to a queue in which more waits than a minute takes", async () => {
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    const behind = { ...it.queues.sms, backlog: async () => 61 };
    const queues = { ...it.queues, sms: behind };
    const release = createReleaseDue({
      ...it,
      queues,
      shards: 1,
      paces: { sms: { perSecond: 1 } },
    });
    expect((await release()).sms).toMatchObject({ released: 0, refused: 0 });
  });

  it("a lane that is down stops no other, and is tried again", async () => {
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    const down = {
      ...it.queues.task,
      backlog: () => Promise.reject(new TryAgain("sqs/down")),
    };
    const records = {
      ...it.records,
      due: (lane: Lane, shard: number, by: number, limit: number) =>
        it.records.due(lane === "task" ? "sms" : lane, shard, by, limit),
    };
    const release = createReleaseDue({
      ...it,
      records,
      shards: 1,
      queues: { ...it.queues, task: down },
    });
    await expect(release()).rejects.toThrow("sqs/down");
    expect(it.queues.sms.take(10)).toHaveLength(1);
  });
});
