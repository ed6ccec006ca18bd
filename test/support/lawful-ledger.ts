import type { LedgerRow } from "#domain/ledger/row";
import type { Channel } from "#domain/patient/contact-point";
import type { Reachability } from "#domain/patient/profile";
import type { Command, SendOutcome } from "#domain/record/command";
import type { RecordEvent } from "#domain/record/event";
import { newRecord } from "#domain/record/new-record";
import { touchKey } from "#domain/record/touch";
import type { Instant } from "#domain/time";
import { campaign } from "./a-campaign.ts";
import { enroll, given, monday, reply, rules } from "./a-record.ts";

export const hour = 3_600_000;
export const day = 24 * hour;

/** Monday, eleven in New York and ten in Chicago: open in both. */
export const eleven: Instant = monday + hour;

/** Everything that the rows were decided by. */
export const book = rules([
  campaign(),
  campaign({ id: "lab-reminder/check", purpose: "lab-due", priority: 60 }),
]);

/** When the export is made: everything has ended by then. */
export const exportedAt: Instant = eleven + 30 * day;

/** The writes of one patient, in order, to be read and to be tampered with. */
export class Account {
  readonly writes: RecordEvent[][] = [];
  readonly patient: string;

  constructor(patient: string) {
    this.patient = patient;
  }

  /** The rows as an export has them. */
  rows(): LedgerRow[] {
    return this.writes.flatMap((events, write) =>
      events.map((event, index) => ({
        organization: "oak",
        patient: this.patient,
        revision: write + 1,
        index,
        inputs: `digest-${write + 1}`,
        event,
      })),
    );
  }

  /** Where the event of this kind is that comes after `nth` others. */
  place(type: RecordEvent["type"], nth = 0): { readonly write: number; readonly index: number } {
    const places = this.writes.flatMap((events, write) =>
      events.flatMap((event, index) => (event.type === type ? [{ write, index }] : [])),
    );
    const place = places[nth];
    if (!place) throw new Error(`${this.patient} has no ${type} ${nth}`);
    return place;
  }

  event<Type extends RecordEvent["type"]>(type: Type, nth = 0) {
    const { write, index } = this.place(type, nth);
    return this.writes[write]?.[index] as Extract<RecordEvent, { readonly type: Type }>;
  }

  /** The key of the touch that this event is about. */
  key(type: RecordEvent["type"], nth = 0): string {
    const event = this.event(type, nth);
    if (!("touch" in event)) throw new Error(`${type} is about no touch`);
    return touchKey({ organization: "oak", patient: this.patient }, event.touch);
  }

  /** Changes an event. Returns its revision. */
  bend(type: RecordEvent["type"], change: object, nth = 0): number {
    const { write, index } = this.place(type, nth);
    const events = this.writes[write] as RecordEvent[];
    events[index] = { ...events[index], ...change } as RecordEvent;
    return write + 1;
  }

  /** Takes an event out, so that nothing shows that there was one. Returns where it was. */
  drop(type: RecordEvent["type"], nth = 0): number {
    const { write, index } = this.place(type, nth);
    this.writes[write]?.splice(index, 1);
    if (this.writes[write]?.length === 0) this.writes.splice(write, 1);
    return write + 1;
  }

  /** One more write after the one that holds this event. Returns its revision. */
  after(type: RecordEvent["type"], nth: number, ...events: readonly object[]): number {
    const { write } = this.place(type, nth);
    this.writes.splice(write + 1, 0, events as RecordEvent[]);
    return write + 2;
  }

  /** One more event in the write that holds this one, before it. Returns its revision. */
  before(type: RecordEvent["type"], nth: number, event: object): number {
    const { write, index } = this.place(type, nth);
    this.writes[write]?.splice(index, 0, event as RecordEvent);
    return write + 1;
  }

  /** One more write at the end. Returns its revision. */
  append(...events: readonly object[]): number {
    return this.writes.push(events as RecordEvent[]);
  }
}

/**
 * A ledger that keeps every law, made by the engine: `anna`, who is texted, called with a lost
 * answer, has a red flag, and says STOP; `bea`, who shares her phone; `carl`, of whom nobody knows
 * where he lives, and whose goal is met; `dora`, with whom an agent talks.
 */
export interface LawfulLedger {
  readonly anna: Account;
  readonly bea: Account;
  readonly carl: Account;
  readonly dora: Account;
}

export function lawfulLedger(): LawfulLedger {
  return { anna: anna(), bea: bea(), carl: carl(), dora: dora() };
}

export function rowsOf({ anna, bea, carl, dora }: LawfulLedger): LedgerRow[] {
  return [anna, bea, carl, dora].flatMap((account) => account.rows());
}

/** Lives a life in the engine and keeps its account. */
function living(patient: string, reach: Reachability) {
  const story = given(newRecord("oak", patient), book);
  const account = new Account(patient);
  const act = (...commands: readonly Command[]) => {
    for (const command of commands) {
      const events = story.when(command).events();
      if (events.length > 0) account.writes.push([...events]);
    }
  };
  const claim = (at: Instant, channel: Channel, outcome: SendOutcome) => {
    act({ type: "claim", at, channel });
    const claimed = story.find("touch-claimed");
    if (!claimed) throw new Error(`${patient}: nothing to claim, ${story.types().join(", ")}`);
    act({ type: "record-outcome", at: at + 1_000, touch: claimed.touch, outcome });
    return claimed.touch;
  };
  const due = (at: Instant) => act({ type: "advance", at });
  const raiseAll = (at: Instant) => {
    for (const { id: task, raised } of story.record().tasks) {
      act({ type: "record-raised", at, task, raised });
    }
  };
  const resolveAll = (at: Instant) => {
    for (const { id: task } of story.record().tasks) {
      act({ type: "resolve-task", at, task, outcome: "resolved" });
    }
  };
  act({ type: "change-profile", at: eleven - hour, reach });
  return { account, act, claim, due, raiseAll, resolveAll };
}

const accepted: SendOutcome = { is: "accepted", providerId: "m1" };
const phone = "p-family";

const reachAt = (zones: readonly string[], points: Reachability["points"]): Reachability => ({
  zones,
  // Where nobody knows it, nobody is called: California wants a live voice first.
  ...(zones.length > 0 ? { states: ["NY"] } : {}),
  language: "en",
  points,
});

function anna(): Account {
  const points = { sms: phone, voice: phone, email: "p-anna" };
  const zones = ["America/New_York", "America/Chicago"];
  const { account, act, claim, due, raiseAll, resolveAll } = living("anna", reachAt(zones, points));
  act(enroll(eleven));
  const invite = claim(eleven, "sms", accepted);
  const delivered = { is: "delivered", by: "device" } as const;
  act({ type: "record-receipt", at: eleven + 5_000, touch: invite, receipt: delivered });
  due(eleven + 3 * day + hour);
  due(eleven + 4 * day + hour);
  claim(eleven + 4 * day + hour, "voice", { is: "released", reason: "throttled" });
  claim(eleven + 4 * day + 2 * hour, "voice", { is: "unknown", reason: "timeout" });
  due(eleven + 7 * day + 2 * hour);
  raiseAll(eleven + 7 * day + 2 * hour);
  resolveAll(eleven + 7 * day + 4 * hour);

  const lab = { campaign: "lab-reminder/check", eligibleThrough: 30_000 };
  act(enroll(eleven + 9 * day, lab));
  claim(eleven + 9 * day, "sms", accepted);
  const feels = eleven + 9 * day + hour;
  act(reply(feels, { tier: "T1" }, { reply: "chest", point: phone }));
  claim(feels, "sms", accepted);
  raiseAll(feels + 1_000);
  resolveAll(feels + 2 * hour);
  due(eleven + 14 * day);
  due(eleven + 15 * day);
  const says = eleven + 15 * day + hour;
  act(reply(says, { optOut: true }, { reply: "stop", point: phone }));
  claim(says, "sms", accepted);
  return account;
}

function bea(): Account {
  const points = { sms: phone, email: "p-bea" };
  const { account, act, claim } = living("bea", reachAt(["America/New_York"], points));
  act(enroll(eleven + 11 * day));
  claim(eleven + 11 * day, "sms", accepted);
  const heard = { reply: "stop", point: phone, speaker: "other-owner" };
  act(reply(eleven + 15 * day + hour, { optOut: true }, heard));
  return account;
}

function carl(): Account {
  const { account, act, claim, due } = living("carl", reachAt([], { sms: "p-carl" }));
  // Noon in New York is nine on the west coast: a moment later it is open in every zone.
  const noon = eleven + hour + 5 * 60_000;
  act(enroll(noon, { eligibleThrough: 30_000 }));
  claim(noon, "sms", accepted);
  due(noon + 3 * day);
  const lab = { campaign: "lab-reminder/check" };
  act(enroll(noon + 3 * day, lab));
  const standing = { is: "goal-met" } as const;
  act({ type: "change-eligibility", at: noon + 3 * day, ...lab, standing });
  act({
    type: "change-eligibility",
    at: noon + 3 * day + 1,
    campaign: "screening/check",
    standing: { is: "not-eligible" },
  });
  return account;
}

function dora(): Account {
  const zones = ["America/New_York"];
  const { account, act, claim } = living("dora", reachAt(zones, { sms: "p-dora", email: "m" }));
  const preferences = { only: ["sms"] as const };
  act({ type: "change-preferences", at: eleven, preferences });
  act({ type: "take-conversation", at: eleven, agent: "agent-1" });
  act({ type: "return-conversation", at: eleven + 2 * hour, agent: "agent-1" });
  act(enroll(eleven + 2 * hour));
  claim(eleven + 2 * hour, "sms", accepted);
  act({
    type: "change-eligibility",
    at: eleven + day,
    campaign: "screening/check",
    standing: { is: "goal-met" },
  });
  return account;
}
