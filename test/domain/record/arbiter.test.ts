import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import { arbitrationMaxMs } from "#domain/limits";
import type { StateCode } from "#domain/patient/state-zones";
import type { RecordEvent } from "#domain/record/event";
import type { RecentTouch } from "#domain/record/record";
import { campaign, ladder } from "../../support/a-campaign.ts";
import {
  at,
  enroll,
  given,
  monday,
  newYork,
  record,
  reply,
  rules,
} from "../../support/a-record.ts";

const hour = 3_600_000;
const day = 24 * hour;

const refill = campaign({
  id: "medication-adherence/refill",
  purpose: "prescription",
  priority: 70,
});
const lab = campaign({ id: "lab-reminder/check", purpose: "lab-due", priority: 50 });
const both = rules([refill, lab]);
const apart = rules([refill, lab], {
  policy: { ...defaultPolicy, spreadMinutes: 0, mergesSameDay: false },
});

const claim = (when: number) => ({ type: "claim", at: when, channel: "sms" }) as const;
const ofLab = (events: readonly RecordEvent[]) =>
  events.filter((event) => "touch" in event && event.touch.campaign === lab.id);

describe("two campaigns that are due on one day", () => {
  it("send one message, and both count as told when it is taken", () => {
    const story = given(record(), both)
      .when(enroll(monday, { campaign: lab.id }), enroll(monday, { campaign: refill.id }))
      .when(claim(monday));
    const claimed = story.find("touch-claimed");
    expect(claimed).toMatchObject({
      touch: { campaign: refill.id },
      with: [{ campaign: lab.id, step: "invite", occurrence: 1 }],
    });
    if (!claimed) return;
    story.when({
      type: "record-outcome",
      at: monday,
      touch: claimed.touch,
      outcome: { is: "accepted", providerId: "m1" },
    });
    expect(ofLab(story.events())).toMatchObject([
      { type: "touch-withheld", reason: "merged", rule: refill.id },
    ]);
    for (const { state, stage } of story.record().enrollments) {
      expect(state).toMatchObject({ status: "waiting", until: monday + 3 * day });
      expect(stage).toBe("touched");
    }
  });

  it("lose nothing when the message was not taken: the other is still planned", () => {
    const story = given(record(), both)
      .when(enroll(monday, { campaign: lab.id }), enroll(monday, { campaign: refill.id }))
      .when(claim(monday));
    const touch = story.find("touch-claimed")?.touch;
    if (!touch) throw new Error("not claimed");
    const outcome = { is: "released", reason: "throttled" } as const;
    story.when({ type: "record-outcome", at: monday, touch, outcome });
    expect(story.record().enrollments.map(({ state }) => state.status)).toEqual([
      "planned",
      "planned",
    ]);
  });

  it("never name a sensitive campaign in another's message", () => {
    const quiet = campaign({ ...lab, sensitivity: "sensitive" });
    const story = given(record(), rules([refill, quiet]))
      .when(enroll(monday, { campaign: lab.id }), enroll(monday, { campaign: refill.id }))
      .when(claim(monday));
    expect(story.find("touch-claimed")).not.toHaveProperty("with");
  });

  it("do not carry the news of a paused campaign, nor of one without permission", () => {
    const paused = rules([refill, lab], { isPaused: (id) => id === lab.id });
    const start = given(record(), paused).when(
      enroll(monday, { campaign: lab.id }),
      enroll(monday, { campaign: refill.id }),
    );
    expect(start.when(claim(monday)).find("touch-claimed")).not.toHaveProperty("with");
    const permissions = [
      { says: "revoked", at: 1, via: "agent", scope: { purpose: "lab-due", channel: "sms" } },
    ] as const;
    const refused = given({ ...record(), permissions }, both).when(
      enroll(monday, { campaign: lab.id }),
      enroll(monday, { campaign: refill.id }),
    );
    expect(refused.when(claim(monday)).find("touch-claimed")).not.toHaveProperty("with");
  });

  it("tell what came to a text, and leave a call of the other alone", () => {
    const byCall = campaign({ ...lab, start: "call" });
    const story = given(record(), rules([refill, byCall]))
      .when(enroll(monday, { campaign: lab.id }), enroll(monday, { campaign: refill.id }))
      .when(claim(monday));
    expect(story.find("touch-claimed")).not.toHaveProperty("with");
  });

  it("an answer to the message answers the campaign that asked", () => {
    const story = given(record(), both)
      .when(enroll(monday, { campaign: lab.id }), enroll(monday, { campaign: refill.id }))
      .sent(monday)
      .when(reply(monday + hour, { answer: "already-done" }));
    expect(story.find("answered")).toMatchObject({ campaign: refill.id });
  });
});

describe("one conversation at a time", () => {
  it("a question has the conversation to itself for two days", () => {
    const story = given(record(), apart)
      .when(enroll(monday, { campaign: lab.id }))
      .sent(monday);
    story.when(enroll(monday + day, { campaign: refill.id }), claim(monday + day));
    expect(story.find("touch-moved")).toMatchObject({
      touch: { campaign: refill.id },
      reason: "thread",
      rule: lab.id,
      dueAt: monday + 2 * day,
    });
  });

  it("the next may ask as soon as the first is answered", () => {
    const story = given(record(), apart)
      .when(enroll(monday, { campaign: lab.id }))
      .sent(monday);
    story.when(reply(monday + hour, { answer: "already-done" }));
    story.when(enroll(monday + day, { campaign: refill.id }), claim(monday + day));
    expect(story.find("touch-claimed")).toMatchObject({ touch: { campaign: refill.id } });
  });

  it("a call hears its own answer and waits for nobody's", () => {
    const byCall = campaign({ ...refill, start: "call" });
    const story = given(record(), rules([byCall, lab], { policy: apart.policy }))
      .when(enroll(monday, { campaign: lab.id }))
      .sent(monday);
    story.when(enroll(monday + day, { campaign: refill.id }));
    story.when({ type: "claim", at: monday + day, channel: "voice" });
    expect(story.find("touch-claimed")).toMatchObject({ channel: "voice" });
  });

  it("a message that asks nothing waits for no answer", () => {
    const invite = { ...ladder["invite"], answers: {} } as never;
    const tells = campaign({ ...refill, steps: { ...ladder, invite } });
    const story = given(record(), rules([tells, lab], { policy: apart.policy }))
      .when(enroll(monday, { campaign: lab.id }))
      .sent(monday);
    story.when(enroll(monday + day, { campaign: refill.id }), claim(monday + day));
    expect(story.find("touch-claimed")).toMatchObject({ touch: { campaign: refill.id } });
  });
});

describe("a touch that lets others pass", () => {
  it("waits past the time it would have been stale, and is not dropped", () => {
    const story = given(record(), apart)
      .when(enroll(monday, { campaign: lab.id }))
      .sent(monday);
    story.when(enroll(monday + 2 * hour, { campaign: refill.id }));
    const due = monday + day;
    story.when(claim(due));
    const moved = story.find("touch-moved");
    expect(moved?.notAfter).toBe(monday + 4 * day);
  });

  it("is dropped when others have passed it for two weeks", () => {
    const story = given(record(), apart).when(enroll(monday, { campaign: lab.id }));
    const [enrollment] = story.record().enrollments;
    if (enrollment?.state.status !== "planned") throw new Error("not planned");
    const firstDueAt = monday - arbitrationMaxMs;
    const state = { ...enrollment.state, notAfter: monday + 9 * day, firstDueAt };
    const other = { campaign: "a/b", episode: "e", step: "s", occurrence: 1 };
    const before = monday - hour;
    const crowded = {
      ...story.record(),
      enrollments: [{ ...enrollment, state }],
      touches: [{ ...sentTouch(before), touch: other }],
    };
    const dropped = given(crowded, apart).when(claim(monday));
    expect(ofLab(dropped.events())[0]).toMatchObject({ type: "touch-withheld", reason: "stale" });
  });
});

/** A text that went out then. */
function sentTouch(when: number, overrides: Partial<RecentTouch> = {}): RecentTouch {
  return {
    touch: { campaign: "screening/check", episode: "e0", step: "invite", occurrence: 1 },
    channel: "sms",
    point: "p-mobile",
    at: when,
    status: "sent",
    isNotice: false,
    ...overrides,
  };
}

describe("caps of more than one kind", () => {
  it("keep an evening text and a morning text twelve hours apart", () => {
    const late = at("2026-11-30T19:45:00-05:00");
    const wide = { ...defaultPolicy, spreadMinutes: 0 };
    const fromSix = { opensMinute: 6 * 60, closesMinute: 20 * 60 };
    wide.window = { ...wide.window, byWeekday: { ...wide.window.byWeekday, 2: fromSix } };
    const story = given(
      record({ touches: [sentTouch(late)] }),
      rules([campaign()], { policy: wide }),
    );
    story.when(enroll(at("2026-12-01T06:30:00-05:00")));
    expect(story.find("touch-planned")?.dueAt).toBe(late + 12 * hour);
  });

  it("count the calls of a week apart from its texts", () => {
    const policy = {
      ...defaultPolicy,
      spreadMinutes: 0,
      caps: [
        {
          name: "a call a week",
          per: "rolling" as const,
          hours: 168,
          max: 1,
          channels: ["voice" as const],
        },
      ],
    };
    const called = record({ touches: [sentTouch(monday - 2 * day, { channel: "voice" })] });
    const story = given(called, rules([campaign({ start: "call" })], { policy })).when(enroll());
    expect(story.find("touch-planned")?.dueAt).toBe(monday + 5 * day);
    const texted = given(called, rules([campaign()], { policy })).when(enroll());
    expect(texted.find("touch-planned")?.dueAt).toBe(monday);
  });

  it("hold where the state asks for it, and where nobody knows the state", () => {
    const policy = {
      ...defaultPolicy,
      spreadMinutes: 0,
      caps: defaultPolicy.caps.filter(({ states }) => states !== undefined),
    };
    const touches = [
      sentTouch(monday - 3 * hour),
      sentTouch(monday - 2 * hour),
      sentTouch(monday - hour),
    ];
    const dueIn = (states: readonly StateCode[] | undefined) => {
      const { states: _, ...anywhere } = newYork;
      const reach = { ...anywhere, ...(states ? { states } : {}) };
      const story = given(record({ reach, touches }), rules([campaign()], { policy }));
      return story.when(enroll()).find("touch-planned")?.dueAt;
    };
    expect(dueIn(["NY"])).toBe(monday);
    expect(dueIn(["FL"])).toBeGreaterThan(monday);
    expect(dueIn(undefined)).toBeGreaterThan(monday);
  });
});
