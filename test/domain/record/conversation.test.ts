import { describe, expect, it } from "vitest";
import { conversationOwnedMaxMs } from "#domain/limits";
import { nextDue } from "#domain/record/due";
import { enroll, given, monday, reply } from "../../support/a-record.ts";

const hour = 3_600_000;
const day = 24 * hour;
const taken = { type: "take-conversation", at: monday + hour, agent: "agent-7" } as const;

function owned() {
  return given().when(enroll()).sent(monday).when(taken);
}

describe("while an agent has the conversation", () => {
  it("no campaign contacts the patient, and silence does not count", () => {
    const story = owned();
    expect(nextDue(story.record())).toEqual({
      lane: "decide",
      at: taken.at + conversationOwnedMaxMs,
    });
    expect(story.when({ type: "advance", at: monday + 3 * day }).events()).toEqual([]);
  });

  it("a question of the patient goes to that agent, and no machine answers it", () => {
    const story = owned().when(
      reply(monday + 2 * hour, { tier: "T3" }, { reply: "r1" }),
      reply(monday + 3 * hour, { review: true }, { reply: "r2" }),
    );
    expect(story.record().tasks).toHaveLength(1);
    expect(story.find("task-updated")).toMatchObject({ reply: "r2" });
    expect(story.record().notices).toEqual([]);
  });

  it("STOP is obeyed and confirmed all the same", () => {
    const story = owned().when(reply(monday + 2 * hour, { optOut: true }));
    expect(story.find("notice-planned")).toMatchObject({ kind: "opted-out" });
    expect(story.record().enrollments).toEqual([]);
  });

  it("words of an emergency are answered at once, and open a task of their own", () => {
    const story = owned().when(reply(monday + 2 * hour, { tier: "T1" }));
    expect(story.find("notice-planned")).toMatchObject({ kind: "emergency" });
    expect(story.find("escalated")?.task).toMatchObject({ reason: "reply-T1", holds: true });
  });

  it("an answer still leads on, to a person and not to a message", () => {
    const story = owned().when(reply(monday + 2 * hour, { answer: "wants-booking" }));
    expect(story.record().tasks).toMatchObject([{ reason: "schedule-visit" }]);
  });

  it("only that agent can give it back", () => {
    const story = owned();
    story.when({ type: "return-conversation", at: monday + 2 * hour, agent: "agent-9" });
    expect(story.events()).toEqual([]);
    story.when({ type: "return-conversation", at: monday + 2 * hour, agent: "agent-7" });
    expect(story.types()).toEqual(["conversation-returned"]);
    expect(nextDue(story.record())).toEqual({ lane: "decide", at: monday + 3 * day });
  });

  it("another agent may take it over", () => {
    const story = owned().when({ ...taken, at: monday + 2 * hour, agent: "agent-9" });
    expect(story.record().owner?.agent).toBe("agent-9");
  });

  it("who forgets to give it back does not silence the patient for good", () => {
    const story = owned().when({ type: "advance", at: taken.at + conversationOwnedMaxMs });
    expect(story.types()).toContain("conversation-returned");
    expect(story.record().owner).toBeUndefined();
    expect(story.record().enrollments[0]?.step).toBe("pause");
  });
});
