import type { Campaign, CampaignId } from "#domain/campaign/campaign";
import type { LedgerRow } from "#domain/ledger/row";
import type { Channel } from "#domain/patient/contact-point";
import { pointId } from "#domain/patient/point-id";
import type { PatientId } from "#domain/patient/profile";
import type { FailureReason, Receipt } from "#domain/record/command";
import type { Task } from "#domain/record/record";
import { parseTouchKey, type TouchKey } from "#domain/record/touch";
import { hourMs, minuteMs } from "#domain/time";
import { type FateOfText, People } from "../outside/people.ts";
import type { Ground } from "./environment.ts";
import type { Reactions, Taken } from "./providers.ts";
import type { Queues } from "./queues.ts";
import type { Stores } from "./stores.ts";

/** Where the crowd finds its way back to the clinic. */
export interface Clinic {
  readonly stores: Stores;
  readonly queues: Queues;
}

interface CrowdOptions {
  readonly seed: number;
  readonly campaigns: readonly Campaign[];
  readonly languageOf: (patient: PatientId) => string;
  /** The patient did what the campaign asks for; facts show it from then on. */
  readonly onDone: (patient: PatientId, campaign: CampaignId, afterMs: number) => void;
}

const endsOfTexts: Readonly<Record<NonNullable<FateOfText["end"]>, Receipt>> = {
  TEXT_DELIVERED: { is: "delivered", by: "device" },
  TEXT_INVALID: { is: "failed", reason: "invalid-address" },
  TEXT_UNREACHABLE: { is: "failed", reason: "unreachable" },
};

const nobody: Readonly<Record<string, FailureReason>> = {
  TELECOM_UNANSWERED: "no-answer",
  TELECOM_BUSY: "busy",
};

/** An agent who let a task lie sees to it in the end, once nothing goes wrong any more. Ms. */
const agentCatchesUpMs = 30 * hourMs;

/**
 * Patients, carriers and agents: what comes of each message, call and task. They are the people of
 * `rounds run`, and what they say and report comes to the clinic by queues that lose nothing but
 * may deliver late, twice and in any order.
 */
export class Crowd implements Reactions {
  readonly #ground: Ground;
  readonly #people: People;
  readonly #clinic: () => Clinic;

  constructor(ground: Ground, clinic: () => Clinic, options: CrowdOptions) {
    this.#ground = ground;
    this.#clinic = clinic;
    this.#people = new People(options);
  }

  isOptedOut(number: string): boolean {
    return this.#people.isOptedOutAtCarrier(number);
  }

  taken(message: Taken): void {
    if (message.channel === "sms") this.#text(message);
    else if (message.channel === "email") this.#mail(message);
    else this.#call(message);
  }

  shown(patient: PatientId, task: Task): void {
    const { stores, queues } = this.#clinic();
    const { id, raised, priority } = task;
    const isHealed = !this.#ground.faults.isStriking();
    const fate =
      this.#people.fateOfTask(id, String(raised), priority) ??
      (isHealed ? ({ afterMs: agentCatchesUpMs, outcome: "resolved" } as const) : undefined);
    if (!fate) return;
    const { organization } = stores;
    this.#later(fate.afterMs, `task ${id}`, () => {
      this.#people.helped({ patient, task: id }, fate.outcome);
      queues.tasks.send([{ organization, patient, task: id, outcome: fate.outcome }]);
    });
  }

  /** Somebody writes or presses a key, whether or not anybody asked. */
  says(from: { readonly to: string; readonly channel: Channel }, id: string, text: string): void {
    const { stores, queues } = this.#clinic();
    const { organization } = stores;
    const point = pointId(from.to);
    this.#ground.witness.heard(id);
    queues.replies.send([
      {
        ...{ organization, reply: id, channel: from.channel, text },
        from: { point, address: from.to },
      },
    ]);
  }

  /** Around a claim, somebody who is about to be contacted changes their mind. */
  hear({ event }: LedgerRow): void {
    if (event.type !== "touch-claimed") return;
    const { dice, faults } = this.#ground;
    if (!dice.is(faults.share("opt-out-race"))) return;
    const to = this.#clinic().stores.addressOf(event.point);
    if (to === undefined) return;
    const from = { to, channel: event.channel === "email" ? "email" : "sms" } as const;
    const id = `race-${this.#ground.witness.said.size}`;
    this.#later(dice.within(0, 8_000), id, () => this.says(from, `${id}-stop`, "STOP"));
    const again = dice.throw();
    if (again < 0.3) {
      this.#later(dice.within(0, 20) * minuteMs, id, () => this.says(from, `${id}-keep`, "KEEP"));
    } else if (again < 0.8) {
      const afterMs = dice.is(0.5) ? dice.within(0, 20_000) : dice.within(0, 200) * hourMs;
      this.#later(afterMs, id, () => this.says(from, `${id}-start`, "START"));
    }
  }

  #text(message: Taken): void {
    const fate = this.#people.fateOfText(message.key, message.to);
    this.#report(message.key, 5_000, { is: "sent" });
    if (fate.end) this.#report(message.key, minuteMs, endsOfTexts[fate.end]);
    for (const { id, afterMs, text } of fate.replies) {
      this.#later(afterMs, id, () => this.says(message, id, text));
    }
  }

  #mail(message: Taken): void {
    const fate = this.#people.fateOfMail(message.key, message.to);
    if (fate.end === "Delivery") {
      this.#report(message.key, minuteMs, { is: "delivered", by: "device" });
    }
    if (fate.end === "Bounce") {
      this.#report(message.key, minuteMs, { is: "failed", reason: "bounced" });
    }
    for (const { id, afterMs, text } of fate.replies) {
      this.#later(afterMs, id, () => this.says(message, id, text));
    }
  }

  #call({ key, to, id }: Taken): void {
    const fate = this.#people.fateOfCall(key);
    if (fate.is === "nobody") {
      const reason = nobody[fate.reason] ?? "other";
      return this.#report(key, minuteMs, { is: "failed", reason });
    }
    const isMachine = fate.keys.includes("VOICEMAIL");
    this.#report(key, minuteMs, { is: "delivered", by: isMachine ? "machine" : "person" });
    const about = parseTouchKey(key);
    const { stores, queues } = this.#clinic();
    const { organization } = stores;
    for (const pressed of fate.keys.filter((one) => /^[0-9]$/.test(one))) {
      const reply = `${id}.${pressed}`;
      this.#later(30_000, reply, () => {
        this.#ground.witness.heard(reply);
        const from = { point: pointId(to), address: to };
        queues.replies.send([
          {
            ...{ organization, reply, channel: "voice", from, text: pressed },
            ...(about ? { about: { patient: about.patient, touch: about.touch } } : {}),
          },
        ]);
      });
    }
  }

  /** Some receipts never come. */
  #report(touch: TouchKey, afterMs: number, receipt: Receipt): void {
    const { dice, faults } = this.#ground;
    if (dice.is(faults.share("lost-answer"))) return;
    const { queues } = this.#clinic();
    this.#later(afterMs, `receipt ${touch}`, () => queues.receipts.send([{ touch, receipt }]));
  }

  #later(ms: number, label: string, run: () => unknown): void {
    this.#ground.timeline.after(ms, label, () => {
      run();
    });
  }
}
