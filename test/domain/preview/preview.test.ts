import { describe, expect, it } from "vitest";
import type { Move } from "#domain/preview/move";
import { formatDay, formatInstant, localTime } from "#domain/time";
import { mammogramCheck } from "#support/a-forecast";
import { previewed, someone } from "#support/a-preview";
import { day } from "#support/subject";

const wait: Move = { do: "wait" };
const say = (text: string): Move => ({ do: "say", text });
const kindsOf = (seen: ReturnType<typeof previewed>) => seen.told.map(({ is }) => is);

describe("the audience of a preview", () => {
  it("is solved from what is known of the made patient", () => {
    const { audience, told } = previewed(someone, []);
    expect(audience.holds).toBe(true);
    expect(told[0]).toMatchObject({ is: "entered", step: "invite" });
  });

  it("says when it will hold, and the walk begins on that day", () => {
    const had = { concept: "mammogram", as: "procedure", on: day("2025-01-15") } as const;
    const seen = previewed({ ...someone, facts: [had] }, []);
    expect(seen.audience.holds).toBe(false);
    expect(formatDay(seen.audience.next ?? 0)).toBe("2027-04-15");
    expect(formatInstant(seen.told[0]?.at ?? 0)).toContain("2027-04-15");
  });

  it("never holds for somebody it is not for, and says which condition fails", () => {
    const { audience, told } = previewed({ ...someone, sex: "male" }, [wait]);
    expect(told).toMatchObject([{ is: "kept-out", reason: "not-in-audience" }]);
    const { en, es } = audience.because;
    expect(en.filter(({ holds }) => holds !== true)).toHaveLength(1);
    expect(es).toHaveLength(en.length);
  });

  it("is passed over when that is asked for", () => {
    const seen = previewed({ ...someone, sex: "male" }, [], { isForced: true });
    expect(seen.audience.holds).toBe(false);
    expect(kindsOf(seen)).toContain("sent");
  });
});

describe("a walk through a campaign", () => {
  it("shows the words in the patient's language, in their own hours", () => {
    const far = { ...someone, zone: "America/Los_Angeles" };
    const { told } = previewed(far, [wait]);
    expect(told[1]).toMatchObject({ is: "planned", reason: "hours" });
    const sent = told.find(({ is }) => is === "sent");
    expect(sent?.text).toContain("Oak Clinic: time for a check.");
    // Selected at five in New York, which is two in Los Angeles.
    expect(localTime(sent?.at ?? 0, far.zone).minute).toBeGreaterThanOrEqual(8 * 60);
  });

  it("goes on as the answer says, to a person and to an end", () => {
    const seen = previewed(someone, [wait, say("1"), { do: "close-task", outcome: "resolved" }]);
    expect(kindsOf(seen)).toEqual(
      expect.arrayContaining(["sent", "said", "answered", "task", "task-closed", "ended"]),
    );
    expect(seen.told.at(-1)).toMatchObject({ is: "ended", outcome: "completed" });
    expect(seen.choices).toMatchObject({ isEnrolled: false, answers: {} });
  });

  it("ends at STOP, and confirms it", () => {
    const seen = previewed(someone, [wait, say("STOP"), wait, wait, wait]);
    expect(kindsOf(seen)).toContain("opted-out");
    const after = seen.told.slice(kindsOf(seen).indexOf("opted-out"));
    expect(after.filter(({ is, isNotice }) => is === "sent" && !isNotice)).toEqual([]);
    expect(after.some(({ is, isNotice }) => is === "sent" && isNotice)).toBe(true);
  });

  it("puts an emergency before a nurse at once", () => {
    const seen = previewed(someone, [wait, say("my chest hurts")]);
    const task = seen.told.find(({ is }) => is === "task");
    expect(task).toMatchObject({ priority: "stat", tier: "T1" });
    expect(seen.choices.hasTask).toBe(true);
  });

  it("says why something was not sent", () => {
    const seen = previewed({ ...someone, has: ["voice"] }, [wait]);
    expect(seen.told).toContainEqual(
      expect.objectContaining({ is: "withheld", reason: "no-channel" }),
    );
  });

  it("stops when the goal is met", () => {
    const seen = previewed(someone, [wait, { do: "learn", is: "goal-met" }, wait, wait]);
    expect(seen.told.at(-1)).toMatchObject({ is: "ended", outcome: "goal-met" });
  });

  it("holds nobody out, for whoever looks wants to see it", () => {
    const seen = previewed(someone, [], { campaign: mammogramCheck({ holdout: 0.5 }) });
    expect(seen.told[0]).toMatchObject({ is: "entered" });
  });

  it("goes to the same time of the next day", () => {
    const [before, after] = [
      previewed(someone, [wait]),
      previewed(someone, [wait, { do: "next-day" }]),
    ];
    expect(after.now - before.now).toBe(24 * 60 * 60 * 1000);
  });

  it("does nothing where a move is not possible", () => {
    const impossible: readonly Move[] = [
      { do: "call", how: "machine" },
      { do: "close-task", outcome: "resolved" },
    ];
    expect(previewed(someone, [wait, ...impossible]).told).toEqual(previewed(someone, [wait]).told);
  });

  it("is the same each time it is walked", () => {
    const moves = [wait, say("what is this?"), wait, { do: "next-day" }, wait] as const;
    expect(previewed(someone, moves)).toEqual(previewed(someone, moves));
  });
});
