import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { findCampaigns, readCampaignFiles, readYaml } from "#adapters/files/campaign-files";
import { loadCampaign } from "#cli/campaign-files";
import { Conversation, type ConversationLine } from "#domain/campaign/conversation";
import { runConversation } from "#support/conversation";
import { filesAt } from "#support/repository";

const campaigns = findCampaigns(["campaigns"]).files.map((file) => {
  const { source, conversations } = readCampaignFiles(file);
  return { campaign: loadCampaign(source.folder), conversations };
});

/** What every campaign must show how it deals with. */
const situations = [
  "goal-met",
  "help-asked",
  "silence",
  "opt-out",
  "red-flag",
  "wrong-number",
  "shared-phone",
  "voicemail",
];

const stories = [
  "stop-then-start",
  "stop-for-one-program",
  "stop-for-all-without-an-answer",
  "stop-on-a-shared-phone",
  "help",
  "wrong-number-on-a-shared-phone",
  "t0-words-of-despair",
  "t1-chest-pain",
  "t1-in-closed-hours",
  "t2-same-day",
  "t3-side-effect",
  "t4-no-ride",
  "late-answer-after-a-call",
  "language-switch",
  "agent-owns-the-thread",
  "one-message-for-two-campaigns",
  "one-conversation-at-a-time",
  "violence-at-home",
  "death",
];

describe.each(campaigns)("$campaign.id", ({ campaign, conversations }) => {
  const entered = new Set<string>();

  it.each(conversations.map((file) => ({ file, talk: Conversation.parse(readYaml(file).value) })))(
    "$talk.title",
    ({ talk }) => {
      for (const step of runConversation(campaign, talk)) entered.add(step);
    },
  );

  it("shows every situation that a campaign must deal with", () => {
    const shown = conversations.map((file) => basename(file, ".yaml"));
    expect(situations.filter((situation) => !shown.includes(situation))).toEqual([]);
  });

  it("shows every step", () => {
    expect(Object.keys(campaign.steps).filter((step) => !entered.has(step))).toEqual([]);
  });
});

/** Stories that any campaign could tell: permission, hours, the arbiter, red flags. */
const shared = filesAt("campaigns/conversations/*.yaml").map((file) => ({
  file,
  talk: Conversation.parse(readYaml(file).value),
}));

describe("contact safety, whatever the campaign", () => {
  it.each(shared)("$talk.title", ({ talk }) => {
    const { campaign: id = "", lines } = talk;
    const others = lines.flatMap((line) =>
      line.enroll && line.enroll !== id ? [line.enroll] : [],
    );
    const of = (name: string) => loadCampaign(name);
    expect(runConversation(of(id), talk, [...new Set(others)].map(of)).size).toBeGreaterThan(0);
  });

  it("tells every story that it must", () => {
    const told = shared.map(({ file }) => basename(file, ".yaml"));
    expect(stories.filter((story) => !told.includes(story))).toEqual([]);
  });
});

describe("all conversations together", () => {
  it("show every kind of step", () => {
    const kinds = campaigns.flatMap(({ campaign }) =>
      Object.values(campaign.steps).map(({ kind }) => kind),
    );
    expect([...new Set(kinds)].toSorted()).toEqual([
      "branch",
      "call",
      "end",
      "escalate",
      "send",
      "wait",
    ]);
  });
});

describe("a conversation that is not what happens", () => {
  const { campaign } = campaigns.find(({ campaign: { id } }) => id === "screening/mammogram")!;
  const talk = Conversation.parse({
    title: "Nothing but silence",
    patient: { language: "en", zone: "America/New_York", has: ["sms"] },
    starts: "2026-11-30 10:00",
    lines: [
      { on: "2026-11-30 10:00", expect: "sms invite" },
      { on: "2026-12-03 10:00", expect: "sms waiting-for-you" },
      { on: "2026-12-04 10:00", facts: "goal met" },
      { expect: "ended goal-met" },
    ],
  });
  const [first, second, third, last] = talk.lines as [
    ConversationLine,
    ConversationLine,
    ConversationLine,
    ConversationLine,
  ];
  const run = (...lines: readonly ConversationLine[]) =>
    runConversation(campaign, { ...talk, lines: [...lines] });

  it("passes as it is", () => {
    expect(() => run(first, second, third, last)).not.toThrow();
  });

  it("fails at a message that is another", () => {
    expect(() => run({ expect: "sms letter" })).toThrow("“sms invite” on 2026-11-30 10:00 came");
  });

  it("fails at a message that came at another time", () => {
    expect(() => run({ on: "2026-11-30 10:01", expect: "sms invite" })).toThrow("it happened on");
  });

  it("fails at a message that nobody expected", () => {
    expect(() => run(first, third, last)).toThrow("“sms waiting-for-you” on 2026-12-03 10:00");
  });

  it("fails at an end that nobody expected", () => {
    expect(() => run(first, second, third)).toThrow("after the last line: “ended goal-met”");
  });

  it("fails when the story goes on after the last line", () => {
    expect(() => run(first)).toThrow("after the last line: “sms waiting-for-you”");
  });

  it("fails at what never happens", () => {
    expect(() => run(first, { on: "2026-12-01", expect: "sms waiting-for-you" })).toThrow(
      "nothing happened",
    );
  });
});
