import { touchKey } from "#domain/record/touch";
import { parseInstant } from "#domain/time";
import { type Account, day, eleven, hour, type LawfulLedger } from "./lawful-ledger.ts";

/** What a checker must say of a violation that was planted. */
export interface Told {
  /** The touch, task, reply or enrollment concerned. */
  readonly subject: string;
  /** Of the row that shows it. */
  readonly revision: number;
}

export interface Planted {
  readonly law: number;
  /** Other laws that cannot but be broken with it. */
  readonly also?: readonly number[];
  /** What was done, as an auditor would say it. */
  readonly what: string;
  plant(ledger: LawfulLedger): Told;
}

const at = (text: string) => parseInstant(text) ?? Number.NaN;

/** The last row of a patient: what should have happened by then shows there. */
const last = (account: Account) => account.writes.length;

/** An end for a touch, so that nothing but the planted mistake is wrong with it. */
const accepted = (event: { readonly touch: object }, when: number) => ({
  ...{ type: "touch-accepted", at: when, channel: "sms", providerId: "m9" },
  touch: event.touch,
});

/**
 * One more contact of a patient, lawful but for what is said otherwise: enrolled, planned, claimed
 * and accepted.
 */
function contact(
  account: Account,
  when: number,
  {
    campaign = "screening/other",
    claim = {},
    plan = {},
    enrolled = {},
  }: {
    readonly campaign?: string;
    readonly claim?: object;
    readonly plan?: object;
    readonly enrolled?: object;
  } = {},
): Told {
  const touch = { campaign, episode: "e9", step: "invite", occurrence: 1 };
  const { point, zones, channel, purpose, version } = {
    ...account.event("touch-claimed"),
    purpose: "screening",
  };
  const open = {
    ...{ type: "enrolled", at: when, version, start: "invite" },
    ...{ campaign: touch.campaign, episode: touch.episode, ...enrolled },
  };
  account.append(open, {
    ...{ type: "touch-planned", at: when, touch, channel, triesLeft: 1 },
    ...{ dueAt: when, notAfter: when + 2 * day, ...plan },
  });
  const claimed = {
    ...{ type: "touch-claimed", at: when, touch, version, channel, point, zones, purpose },
    ...{ leaseUntil: when + 60_000, startBy: when + 3_000, notAfter: when + 2 * day },
    ...{ isNotice: false, ...claim },
  };
  const revision = account.append(claimed);
  account.append(accepted(claimed, claimed.at));
  return { subject: touchKey({ organization: "oak", patient: account.patient }, touch), revision };
}

const stop = (scope?: object): object => ({
  ...{ type: "opted-out", at: eleven + 2 * day, via: "agent" },
  ...(scope === undefined ? {} : { scope }),
});

/** Somebody's claim of the first text, moved to another moment with all that hangs on it. */
function moveClaim(account: Account, when: number): Told {
  const before = { at: when - 1, dueAt: when - 1, notAfter: when + day };
  account.bend("touch-planned", before);
  account.bend("touch-accepted", { at: when });
  const times = { at: when, startBy: when + 3_000, leaseUntil: when + 60_000 };
  const revision = account.bend("touch-claimed", { ...times, notAfter: when + day });
  return { subject: account.key("touch-claimed"), revision };
}

const redFlagTask = "reply-T1:chest";

/** Every kind of violation that a ledger can show, one at a time. */
export const planted: readonly Planted[] = [
  // 1: at most once
  {
    law: 1,
    what: "a touch is claimed while another worker holds it",
    plant: ({ anna }) => ({
      subject: anna.key("touch-claimed"),
      revision: anna.after("touch-claimed", 0, anna.event("touch-claimed")),
    }),
    also: [6],
  },
  {
    law: 1,
    what: "a touch is claimed again after it was accepted",
    plant: ({ dora }) => {
      const claim = dora.event("touch-claimed");
      dora.after("touch-accepted", 0, accepted(claim, claim.at));
      const subject = dora.key("touch-claimed");
      return { subject, revision: dora.after("touch-accepted", 0, claim) };
    },
    also: [6],
  },
  {
    law: 1,
    what: "a touch is accepted twice",
    plant: ({ anna }) => ({
      subject: anna.key("touch-accepted"),
      revision: anna.after("touch-accepted", 0, anna.event("touch-accepted")),
    }),
  },
  {
    law: 1,
    what: "a provider had a message that nobody claimed",
    plant: ({ bea }) => {
      const subject = bea.key("touch-claimed");
      return { subject, revision: bea.drop("touch-claimed") };
    },
  },
  {
    law: 1,
    what: "a carrier tells of a message that nobody claimed",
    plant: ({ dora }) => {
      const touch = { ...dora.event("touch-claimed").touch, occurrence: 7 };
      const receipt = { is: "delivered", by: "device" };
      const event = { type: "touch-receipted", at: eleven + day, touch, channel: "sms", receipt };
      const subject = touchKey({ organization: "oak", patient: "dora" }, touch);
      return { subject, revision: dora.after("touch-accepted", 0, event) };
    },
  },
  {
    law: 1,
    what: "a message is let go after it was accepted, so that it goes again",
    plant: ({ dora }) => {
      const { touch } = dora.event("touch-claimed");
      const when = eleven + 3 * hour;
      const release = { type: "touch-released", at: when, touch, reason: "throttled" };
      const end = { type: "touch-withheld", at: when, touch, version: 1, reason: "stale" };
      const revision = dora.after("touch-accepted", 0, { ...release, retryAt: when }, end);
      return { subject: dora.key("touch-claimed"), revision };
    },
  },
  {
    law: 1,
    what: "a claim ends while the provider may still be answering",
    plant: ({ anna }) => ({
      subject: anna.key("touch-claimed"),
      revision: anna.bend("touch-claimed", { leaseUntil: eleven + 5_000 }),
    }),
  },
  {
    law: 1,
    what: "the same episode begins twice, so that its keys come again",
    plant: ({ carl }) => {
      const { version: _, ...again } = carl.event("enrolled", 1);
      const end = { ...carl.event("enrollment-ended"), at: again.at + 9 };
      const revision = carl.append({ ...again, version: 1, at: again.at + 8 });
      carl.append(end);
      return { subject: "lab-reminder/check/2026-11-01", revision };
    },
  },
  {
    law: 1,
    what: "a patient is enrolled in one campaign twice at once",
    plant: ({ anna }) => {
      const again = { ...anna.event("enrolled"), episode: "2026-12-01" };
      const revision = anna.after("enrolled", 0, again);
      return { subject: "screening/check/2026-12-01", revision };
    },
  },

  // 2: nothing vanishes
  {
    law: 2,
    what: "a planned touch is never heard of again",
    plant: ({ anna }) => {
      const subject = anna.key("touch-planned", 3);
      anna.drop("enrollment-ended", 1);
      anna.drop("touch-withheld");
      return { subject, revision: last(anna) };
    },
  },
  {
    law: 2,
    what: "a claimed touch has no outcome",
    plant: ({ bea }) => {
      const subject = bea.key("touch-accepted");
      bea.drop("touch-accepted");
      return { subject, revision: last(bea) };
    },
  },
  {
    law: 2,
    what: "a touch is claimed that nobody had planned",
    plant: ({ dora }) => {
      dora.drop("touch-planned");
      const { write } = dora.place("touch-claimed");
      return { subject: dora.key("touch-claimed"), revision: write + 1 };
    },
  },
  {
    law: 2,
    what: "an answer is sent that nobody had planned",
    plant: ({ anna }) => {
      anna.drop("notice-planned", 1);
      const { write } = anna.place("touch-claimed", 5);
      return { subject: anna.key("touch-claimed", 5), revision: write + 1 };
    },
  },
  {
    law: 2,
    what: "a touch is planned again under the key of one that ended",
    plant: ({ dora }) => {
      const plan = dora.event("touch-planned");
      const { touch } = plan;
      const end = { type: "touch-withheld", at: eleven, touch, version: 1, reason: "stale" };
      const revision = dora.after("touch-accepted", 0, plan, end);
      return { subject: dora.key("touch-planned"), revision };
    },
  },
  {
    law: 2,
    what: "a touch is planned twice",
    plant: ({ dora }) => ({
      subject: dora.key("touch-planned"),
      revision: dora.after("touch-planned", 0, dora.event("touch-planned")),
    }),
  },
  {
    law: 2,
    what: "a touch is counted as withheld although it went",
    plant: ({ dora }) => {
      const { touch, version } = dora.event("touch-claimed");
      const end = { type: "touch-withheld", at: eleven + day, touch, version, reason: "stale" };
      const revision = dora.after("touch-accepted", 0, end);
      return { subject: dora.key("touch-claimed"), revision };
    },
  },
  {
    law: 2,
    what: "a touch is withheld while a worker holds it",
    plant: ({ dora }) => {
      const { touch, version, at: when } = dora.event("touch-claimed");
      const end = { type: "touch-withheld", at: when, touch, version, reason: "stale" };
      dora.drop("touch-accepted");
      const revision = dora.after("touch-claimed", 0, end);
      return { subject: dora.key("touch-claimed"), revision };
    },
  },
  {
    law: 2,
    what: "a touch is withheld for no reason that is told",
    plant: ({ carl }) => ({
      subject: carl.key("touch-withheld"),
      revision: carl.bend("touch-withheld", { reason: "" }),
    }),
  },
  {
    law: 2,
    what: "a touch fails after it was accepted",
    plant: ({ dora }) => {
      const { touch } = dora.event("touch-claimed");
      const end = { type: "touch-failed", at: eleven, touch, channel: "sms", reason: "content" };
      const revision = dora.after("touch-accepted", 0, end);
      return { subject: dora.key("touch-claimed"), revision };
    },
  },
  {
    law: 2,
    what: "a touch that had failed is accepted",
    plant: ({ dora }) => {
      const { touch } = dora.event("touch-claimed");
      const end = { type: "touch-failed", at: eleven, touch, channel: "sms", reason: "content" };
      const revision = dora.after("touch-claimed", 0, end) + 1;
      return { subject: dora.key("touch-claimed"), revision };
    },
  },
  {
    law: 2,
    what: "an enrollment ends and its touch stays planned",
    plant: ({ carl }) => {
      const subject = carl.key("touch-withheld");
      carl.drop("touch-withheld");
      return { subject, revision: carl.place("enrollment-ended").write + 1 };
    },
  },
  {
    law: 2,
    what: "an enrollment ends twice",
    plant: ({ dora }) => ({
      subject: "screening/check/2026-11-01",
      revision: dora.append(dora.event("enrollment-ended")),
    }),
  },
  {
    law: 2,
    what: "an escalation is never put before anybody",
    plant: ({ anna }) => {
      const { task } = anna.event("escalated", 1);
      anna.drop("task-raised", 1);
      anna.drop("task-resolved", 1);
      return { subject: task.id, revision: last(anna) };
    },
  },
  {
    law: 2,
    what: "a task passes its deadline and is not raised again",
    plant: ({ anna }) => {
      const { task } = anna.event("escalated", 1);
      anna.drop("task-resolved", 1);
      return { subject: task.id, revision: last(anna) };
    },
  },
  {
    law: 2,
    what: "agents are told of a task two days late",
    plant: ({ anna }) => {
      const { task } = anna.event("escalated", 1);
      const revision = anna.bend("task-raised", { at: eleven + 9 * day + 3 * hour }, 1);
      return { subject: task.id, revision };
    },
  },
  {
    law: 2,
    what: "a task is resolved that no row opened",
    plant: ({ anna }) => {
      const { task } = anna.event("escalated", 0);
      anna.drop("escalated", 0);
      return { subject: task.id, revision: anna.place("task-resolved").write + 1 };
    },
  },

  // 3: unknown stays visible
  {
    law: 3,
    what: "a touch of unknown outcome is sent again",
    plant: ({ anna }) => ({
      subject: anna.key("touch-unknown"),
      revision: anna.after("touch-unknown", 0, anna.event("touch-claimed", 2)),
    }),
    also: [6],
  },
  {
    law: 3,
    what: "a touch of unknown outcome is let go when its lease is over",
    plant: ({ anna }) => {
      const { touch, at: when } = anna.event("touch-unknown");
      const event = { type: "touch-released", at: when, touch, reason: "unavailable" };
      const revision = anna.after("touch-unknown", 0, { ...event, retryAt: when });
      return { subject: anna.key("touch-unknown"), revision };
    },
  },
  {
    law: 3,
    what: "a touch of unknown outcome is taken for one that never went",
    plant: ({ anna }) => {
      const { touch, at: when } = anna.event("touch-unknown");
      const end = { type: "touch-withheld", at: when, touch, version: 1, reason: "stale" };
      const revision = anna.after("touch-unknown", 0, end);
      return { subject: anna.key("touch-unknown"), revision };
    },
  },
  {
    law: 3,
    what: "a touch stays unknown for ever",
    plant: ({ anna }) => {
      const subject = anna.key("touch-unconfirmed");
      anna.drop("touch-unconfirmed");
      return { subject, revision: last(anna) };
    },
  },
  {
    law: 3,
    what: "an unknown is closed before its carrier had its time",
    plant: ({ anna }) => {
      const { deadline } = anna.event("touch-unknown");
      const revision = anna.bend("touch-unconfirmed", { at: deadline - day });
      return { subject: anna.key("touch-unknown"), revision };
    },
  },
  {
    law: 3,
    what: "an unknown is closed days after its deadline",
    plant: ({ anna }) => {
      const { deadline } = anna.event("touch-unknown");
      const revision = anna.bend("touch-unconfirmed", { at: deadline + 2 * day });
      return { subject: anna.key("touch-unknown"), revision };
    },
  },
  {
    law: 3,
    what: "an unknown has a deadline that no receipt needs",
    plant: ({ anna }) => {
      const deadline = eleven + 20 * day;
      anna.bend("touch-unconfirmed", { at: deadline });
      const revision = anna.bend("touch-unknown", { deadline });
      return { subject: anna.key("touch-unknown"), revision };
    },
  },
  {
    law: 3,
    what: "a touch that is sure to have gone is closed as unconfirmed",
    plant: ({ dora }) => {
      const { touch } = dora.event("touch-claimed");
      const event = { type: "touch-unconfirmed", at: eleven + 4 * day, touch, channel: "sms" };
      return { subject: dora.key("touch-claimed"), revision: dora.append(event) };
    },
  },

  // 4: no contact after an opt-out
  {
    law: 4,
    what: "a text after STOP, on the same channel and in the same campaign",
    plant: ({ dora }) => {
      const { write } = dora.place("touch-claimed");
      dora.before("touch-planned", 0, { ...stop(), at: eleven });
      return { subject: dora.key("touch-claimed"), revision: write + 1 };
    },
  },
  {
    law: 4,
    what: "a call after STOP by text",
    plant: ({ anna }) => {
      const event = { ...stop(), via: "sms", from: "p-family" };
      anna.after("touch-receipted", 0, event);
      return {
        subject: anna.key("touch-claimed", 1),
        revision: anna.place("touch-claimed", 1).write + 1,
      };
    },
  },
  {
    law: 4,
    what: "a text of another campaign after STOP",
    plant: ({ anna }) => contact(anna, eleven + 18 * day, { claim: { purpose: "lab-due" } }),
  },
  {
    law: 4,
    what: "a text for the program that STOP was kept to",
    plant: ({ dora }) => {
      dora.append(stop({ purpose: "screening" }));
      return contact(dora, eleven + 4 * day);
    },
  },
  {
    law: 4,
    what: "a text after texts alone were stopped",
    plant: ({ dora }) => {
      dora.append(stop({ channel: "sms" }));
      return contact(dora, eleven + 4 * day);
    },
  },
  {
    law: 4,
    what: "a text while we ask what STOP was meant for",
    plant: ({ dora }) => {
      const narrowing = { purpose: "lab-due", until: eleven + 5 * day };
      dora.append({ type: "narrowing-offered", at: eleven + 3 * day, ...narrowing });
      return contact(dora, eleven + 4 * day);
    },
  },
  {
    law: 4,
    what: "a text to a member of the family after STOP from their phone",
    plant: ({ bea }) => {
      bea.drop("opted-out");
      return contact(bea, eleven + 18 * day);
    },
  },
  {
    law: 4,
    what: "a text after a member of the family said STOP and the patient's own rows tell it",
    plant: ({ bea }) => contact(bea, eleven + 18 * day),
  },
  {
    law: 4,
    what: "a text to a number that is someone else's",
    plant: ({ dora }) => {
      const point = "p-dora";
      dora.append({ type: "point-invalidated", at: eleven + day, point, reason: "wrong-number" });
      return contact(dora, eleven + 4 * day);
    },
  },
  {
    law: 4,
    what: "a text to a number that the patient never gave",
    plant: ({ dora }) => contact(dora, eleven + 4 * day, { claim: { point: "p-other" } }),
  },
  {
    law: 4,
    what: "a mail to somebody who asked for texts only",
    plant: ({ dora }) =>
      contact(dora, eleven + 4 * day, { claim: { channel: "email", point: "m" } }),
  },
  {
    law: 4,
    what: "a campaign's text that calls itself an answer",
    plant: ({ dora }) => contact(dora, eleven + 4 * day, { claim: { isNotice: true } }),
  },
  {
    law: 4,
    what: "an answer to what nobody said",
    plant: ({ anna }) => {
      anna.drop("reply-received", 1);
      return { subject: "stop", revision: anna.place("notice-planned", 1).write + 1 };
    },
  },
  {
    law: 4,
    what: "a welcome to somebody who said STOP",
    plant: ({ anna }) => {
      const kind = {
        touch: { ...anna.event("touch-claimed", 5).touch, campaign: "reply/opted-in" },
      };
      anna.bend("notice-planned", { kind: "opted-in" }, 1);
      anna.bend("touch-accepted", kind, 3);
      const revision = anna.bend("touch-claimed", kind, 5);
      return { subject: anna.key("touch-claimed", 5), revision };
    },
  },
  {
    law: 4,
    what: "a claim that may start when STOP is long there",
    plant: ({ anna }) => ({
      subject: anna.key("touch-claimed"),
      revision: anna.bend("touch-claimed", { startBy: eleven + 30_000 }),
    }),
  },

  // 5: never outside the patient's hours
  {
    law: 5,
    what: "a minute before the opening, in the only zone",
    plant: ({ dora }) => moveClaim(dora, at("2026-12-01T08:59:00-05:00")),
  },
  {
    law: 5,
    what: "the minute of the close",
    plant: ({ dora }) => moveClaim(dora, at("2026-12-01T20:00:00-05:00")),
  },
  {
    law: 5,
    what: "a minute before the opening in one of two zones",
    plant: ({ anna }) => moveClaim(anna, at("2026-11-30T08:59:00-06:00")),
  },
  {
    law: 5,
    what: "a minute before the opening in one of all zones, where nobody knows which",
    plant: ({ carl }) => moveClaim(carl, at("2026-12-01T08:59:00-08:00")),
  },
  {
    law: 5,
    what: "an hour early on the day on which the clock is set back",
    plant: ({ dora }) => {
      for (const type of ["profile-changed", "enrolled"] as const) dora.bend(type, { at: 0 });
      const window = { byWeekday: { 7: { opensMinute: 540, closesMinute: 1_200 } } };
      dora.bend("preferences-changed", { preferences: { hours: { ...window, holidays: "open" } } });
      return moveClaim(dora, at("2026-11-01T08:30:00-05:00"));
    },
  },
  {
    law: 5,
    what: "on the first Monday of summer time, by the clock of winter",
    plant: ({ dora }) => moveClaim(dora, at("2027-03-15T20:30:00-04:00")),
  },
  {
    law: 5,
    what: "on a Sunday",
    plant: ({ dora }) => moveClaim(dora, at("2026-12-06T11:00:00-05:00")),
  },
  {
    law: 5,
    what: "in the organization's hours and outside the patient's own",
    plant: ({ dora }) => {
      const hours = { byWeekday: { 1: { opensMinute: 900, closesMinute: 960 } }, holidays: "open" };
      dora.bend("preferences-changed", { preferences: { hours } });
      return {
        subject: dora.key("touch-claimed"),
        revision: dora.place("touch-claimed").write + 1,
      };
    },
  },
  {
    law: 5,
    what: "hours that were looked at in one of two zones",
    plant: ({ anna }) => ({
      subject: anna.key("touch-claimed"),
      revision: anna.bend("touch-claimed", { zones: ["America/New_York"] }),
    }),
  },
  {
    law: 5,
    what: "a claim that may start after the close",
    plant: ({ dora }) => moveClaim(dora, at("2026-12-01T19:59:58-05:00")),
  },
  {
    law: 5,
    what: "a contact before the moment it was planned for",
    plant: ({ dora }) => {
      dora.bend("touch-planned", { dueAt: eleven + 5 * hour });
      return {
        subject: dora.key("touch-claimed"),
        revision: dora.place("touch-claimed").write + 1,
      };
    },
  },

  // 6: caps
  {
    law: 6,
    what: "a second contact on one day, by another campaign",
    plant: ({ dora }) => contact(dora, eleven + 6 * hour),
  },
  {
    law: 6,
    what: "a second contact on one day, on another channel",
    plant: ({ dora }) => {
      dora.drop("preferences-changed");
      return contact(dora, eleven + 6 * hour, { claim: { channel: "email", point: "m" } });
    },
  },
  {
    law: 6,
    what: "a third call in a week",
    plant: ({ dora }) => {
      dora.drop("preferences-changed");
      const { reach } = dora.event("profile-changed");
      const points = { ...reach.points, voice: "p-dora" };
      dora.bend("profile-changed", { reach: { ...reach, points } });
      const days = [7, 9, 11];
      const told = days.map((count) =>
        contact(dora, eleven + count * day, {
          campaign: `screening/of-day-${count}`,
          claim: { channel: "voice" },
        }),
      );
      return told.at(-1) as Told;
    },
  },
  {
    law: 6,
    what: "a fourth contact in a week",
    plant: ({ dora }) => {
      const days = [1, 2, 3];
      const told = days.map((count) =>
        contact(dora, eleven + count * day, { campaign: `screening/of-day-${count}` }),
      );
      return told.at(-1) as Told;
    },
  },
  {
    law: 6,
    what: "a text while another is in flight",
    plant: ({ dora }) => {
      const end = dora.event("touch-accepted");
      dora.drop("touch-accepted");
      const told = contact(dora, eleven + 3 * day);
      dora.append({ ...end, at: eleven + 2 * hour + 2_000 });
      return told;
    },
  },
  {
    law: 6,
    what: "a shared phone that two members of a family are texted on in one morning",
    plant: ({ bea }) => moveClaim(bea, eleven + 9 * day + hour),
  },

  // 7: a red flag becomes one open task
  {
    law: 7,
    what: "a red flag without a task",
    plant: ({ anna }) => {
      anna.drop("escalated", 2);
      anna.drop("task-raised", 2);
      anna.drop("task-resolved", 2);
      return { subject: "chest", revision: last(anna) };
    },
  },
  {
    law: 7,
    what: "a red flag whose task was given an id of its own",
    plant: ({ anna }) => {
      const { task } = anna.event("escalated", 2);
      const id = "5f0c7f5a";
      anna.bend("task-raised", { task: id }, 2);
      anna.bend("task-resolved", { task: id }, 2);
      anna.bend("escalated", { task: { ...task, id } }, 2);
      return { subject: "chest", revision: last(anna) };
    },
  },
  {
    law: 7,
    what: "a red flag with two tasks",
    plant: ({ anna }) => {
      const event = anna.event("escalated", 2);
      const task = { ...event.task, id: "reply-T0:chest" };
      anna.before("escalated", 2, { ...event, task });
      anna.after("task-raised", 2, { ...anna.event("task-raised", 2), task: task.id });
      anna.after("task-resolved", 2, { ...anna.event("task-resolved", 2), task: task.id });
      return { subject: "chest", revision: last(anna) };
    },
  },
  {
    law: 7,
    what: "the same task opened twice",
    plant: ({ anna }) => ({
      subject: redFlagTask,
      revision: anna.before("escalated", 2, anna.event("escalated", 2)),
    }),
  },
  {
    law: 7,
    what: "a red flag whose task opens with a later write",
    plant: ({ anna }) => {
      const event = anna.event("escalated", 2);
      anna.drop("escalated", 2);
      return { subject: redFlagTask, revision: anna.after("reply-received", 0, event) };
    },
  },
  {
    law: 7,
    what: "a red flag whose task waits among the routine ones",
    plant: ({ anna }) => {
      const { task } = anna.event("escalated", 2);
      const revision = anna.bend("escalated", { task: { ...task, priority: "routine" } }, 2);
      return { subject: redFlagTask, revision };
    },
  },
  {
    law: 7,
    what: "a red flag that lets campaigns go on",
    plant: ({ anna }) => {
      const { task } = anna.event("escalated", 2);
      const revision = anna.bend("escalated", { task: { ...task, holds: false } }, 2);
      return { subject: redFlagTask, revision };
    },
  },
  {
    law: 7,
    what: "a text while a red flag is open",
    plant: ({ dora }) => {
      const event = { type: "reply-received", at: eleven + 3 * day, channel: "sms" };
      const task = {
        id: "reply-T0:dark",
        priority: "stat",
        holds: true,
        raiseAt: eleven + 3 * day,
      };
      const told = { type: "task-raised", task: task.id, raised: 1 };
      const flag = { ...event, reply: "dark", tier: "T0", meanings: [] };
      dora.append(flag, { type: "escalated", at: eleven + 3 * day, tier: "T0", task });
      dora.append({ ...told, at: eleven + 3 * day, again: eleven + 40 * day });
      return contact(dora, eleven + 4 * day);
    },
  },
  {
    law: 7,
    what: "a text while an agent has the conversation",
    plant: ({ dora }) => {
      const until = eleven + 9 * day;
      dora.append({ type: "conversation-taken", at: eleven + 3 * day, agent: "a", until });
      return contact(dora, eleven + 4 * day);
    },
  },
  {
    law: 7,
    what: "a red flag from a shared phone that opens tasks for two patients",
    plant: ({ anna, bea }) => {
      const flag = anna.event("reply-received");
      const event = anna.event("escalated", 2);
      const end = anna.event("task-resolved", 2);
      const revision = bea.append({ ...flag, at: flag.at + 1 }, { ...event, at: event.at + 1 });
      bea.append({ ...end, at: end.at + 1 });
      return { subject: redFlagTask, revision };
    },
  },

  // 8: goal met or no longer eligible
  {
    law: 8,
    what: "a text after the goal was met",
    plant: ({ dora }) => {
      const end = { ...dora.event("enrollment-ended"), at: eleven + hour };
      dora.drop("enrollment-ended");
      const plan = dora.event("touch-planned");
      const { write } = dora.place("touch-planned");
      dora.writes[write] = [...(dora.writes[write] ?? []).filter((event) => event !== plan), end];
      dora.after("enrollment-ended", 0, plan);
      return {
        subject: dora.key("touch-claimed"),
        revision: dora.place("touch-claimed").write + 1,
      };
    },
  },
  {
    law: 8,
    what: "a text for somebody who was never enrolled",
    plant: ({ bea }) => {
      bea.drop("enrollment-ended");
      bea.drop("enrolled");
      return { subject: bea.key("touch-claimed"), revision: bea.place("touch-claimed").write + 1 };
    },
  },
  {
    law: 8,
    what: "a text on the day after the audience ended",
    plant: ({ dora }) => contact(dora, eleven + 4 * day, { enrolled: { eligibleThrough: 20_790 } }),
  },
  {
    law: 8,
    what: "a text after facts had ended the audience",
    plant: ({ dora }) => {
      const { campaign, episode } = dora.event("enrolled");
      const event = { type: "eligibility-changed", at: eleven, campaign, episode };
      dora.after("enrolled", 0, { ...event, eligibleThrough: 20_000 });
      return {
        subject: dora.key("touch-claimed"),
        revision: dora.place("touch-claimed").write + 1,
      };
    },
  },
  {
    law: 8,
    what: "a text by another version than the one enrolled in",
    plant: ({ dora }) => ({
      subject: dora.key("touch-claimed"),
      revision: dora.bend("touch-claimed", { version: 2 }),
    }),
  },
  {
    law: 8,
    what: "a text to somebody who has died",
    plant: ({ dora }) => {
      const { reach } = dora.event("profile-changed");
      const gone = { ...reach, doNotContact: "deceased" };
      dora.append({ type: "profile-changed", at: eleven + 2 * day, reach: gone });
      return contact(dora, eleven + 4 * day);
    },
  },
  {
    law: 8,
    what: "a text during a stay in a nursing home",
    plant: ({ dora }) => {
      const { reach } = dora.event("profile-changed");
      const stays = { ...reach, isInFacility: true };
      dora.append({ type: "profile-changed", at: eleven + 2 * day, reach: stays });
      return contact(dora, eleven + 4 * day);
    },
  },
  {
    law: 8,
    what: "a text that carries the news of a campaign that had ended",
    plant: ({ dora }) => {
      const { touch } = dora.event("touch-claimed");
      const told = contact(dora, eleven + 4 * day, { claim: { with: [touch] } });
      return { ...told, subject: dora.key("touch-claimed") };
    },
    also: [9],
  },

  // 9: stale is dropped
  {
    law: 9,
    what: "a text past its moment",
    plant: ({ dora }) =>
      contact(dora, eleven + 4 * day, {
        plan: { dueAt: eleven, notAfter: eleven + 3 * day },
        claim: { notAfter: eleven + 3 * day },
      }),
  },
  {
    law: 9,
    what: "a text that may start past its moment",
    plant: ({ dora }) =>
      contact(dora, eleven + 4 * day, { claim: { notAfter: eleven + 4 * day + 1_000 } }),
  },
  {
    law: 9,
    what: "a text that was given more time than it was planned with",
    plant: ({ dora }) =>
      contact(dora, eleven + 4 * day, { plan: { dueAt: eleven, notAfter: eleven + 3 * day } }),
  },

  // 13: the account itself
  {
    law: 13,
    what: "a kind of row that only another version knows",
    plant: ({ dora }) => ({
      subject: "ledger",
      revision: dora.after("enrolled", 0, { type: "touch-teleported", at: eleven }),
    }),
  },
  {
    law: 13,
    what: "a claim of another version, which tells no latest start",
    plant: ({ dora }) => ({
      subject: "ledger",
      revision: dora.bend("touch-claimed", { startBy: undefined }),
    }),
    also: [1],
  },
  {
    law: 13,
    what: "a claim in a zone that no calendar knows",
    plant: ({ dora }) => {
      const { reach } = dora.event("profile-changed");
      dora.bend("profile-changed", { reach: { ...reach, zones: ["Mars/Olympus"] } });
      const revision = dora.bend("touch-claimed", { zones: ["Mars/Olympus"] });
      return { subject: "ledger", revision };
    },
  },
];
