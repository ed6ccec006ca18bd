import type { Campaign } from "#domain/campaign/campaign";
import { chance, digest } from "#domain/record/digest";
import { parseTouchKey, type TouchKey } from "#domain/record/touch";
import { phrases } from "./phrases.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface PatientReply {
  readonly id: string;
  readonly afterMs: number;
  readonly text: string;
}

/** What becomes of one text: the carrier's last word, if any, and what comes back. */
export interface FateOfText {
  readonly end: "TEXT_DELIVERED" | "TEXT_INVALID" | "TEXT_UNREACHABLE" | undefined;
  readonly replies: readonly PatientReply[];
}

export interface FateOfMail {
  readonly end: "Delivery" | "Bounce" | undefined;
  readonly replies: readonly PatientReply[];
  /** A scanner opens the links of the mail before anybody reads it. */
  readonly isScanned: boolean;
  /** The reader presses the mail program's own button to unsubscribe, so long after it came. Ms. */
  readonly unsubscribesAfterMs?: number;
}

export type FateOfCall =
  | { readonly is: "nobody"; readonly reason: string }
  /** Somebody or something answered; `VOICEMAIL` among the keys is a machine. */
  | { readonly is: "answered"; readonly keys: readonly string[] };

export interface FateOfTask {
  readonly afterMs: number;
  readonly outcome: "resolved" | "unreachable";
}

export interface PeopleOptions {
  readonly seed: number;
  readonly campaigns: readonly Campaign[];
  /** BCP-47 language by patient id; English where unknown. */
  readonly languageOf: (patient: string) => string;
  /** The patient did what the campaign asks for; facts will show it after this long. */
  readonly onDone: (patient: string, campaign: string, afterMs: number) => void;
}

/**
 * Simulated patients and agents. Every roll is a hash of the seed and the touch, never the next
 * number of a shared sequence, so that work done in parallel cannot change what anybody does.
 */
export class People {
  readonly #played = new Set<string>();
  readonly #options: PeopleOptions;

  constructor(options: PeopleOptions) {
    this.#options = options;
  }

  /** Somebody here plays the patient: the simulation neither answers for them nor closes their tasks. */
  leaveToPlayer(patient: string): void {
    this.#played.add(patient);
  }

  isPlayed(patient: string | undefined): boolean {
    return patient !== undefined && this.#played.has(patient);
  }

  /** A carrier that keeps its own opt-outs refuses without asking; a few numbers are on its list. */
  isOptedOutAtCarrier(phone: string): boolean {
    return this.#roll("carrier-list", phone) < 0.005;
  }

  /**
   * How the carrier's own service takes this try: now and then it is asked too fast, and now and
   * then it takes a text and the answer never arrives.
   */
  serviceFor(key: TouchKey, attempt: number): "ready" | "throttled" | "answer-lost" {
    const roll = this.#roll("service", `${key}/${attempt}`);
    return roll < 0.01 ? "throttled" : roll < 0.02 ? "answer-lost" : "ready";
  }

  fateOfText(key: TouchKey, phone: string): FateOfText {
    const line = this.#roll("line", phone);
    if (line < 0.02) return { end: "TEXT_INVALID", replies: [] };
    const end = this.#roll("carrier", key);
    if (end < 0.02) return { end: "TEXT_UNREACHABLE", replies: [] };
    return {
      end: end < 0.8 ? "TEXT_DELIVERED" : undefined,
      replies: this.#repliesTo(key, this.#roll("person", phone)),
    };
  }

  fateOfMail(key: TouchKey, address: string): FateOfMail {
    if (this.#roll("mailbox", address) < 0.03) {
      return { end: "Bounce", replies: [], isScanned: false };
    }
    // Mail is answered less than texts, and later.
    const replies =
      this.#roll("reads-mail", key) < 0.5
        ? this.#repliesTo(key, this.#roll("person", address))
        : [];
    return {
      end: this.#roll("mail-server", key) < 0.95 ? "Delivery" : undefined,
      replies: replies.map((reply) => ({ ...reply, afterMs: reply.afterMs + 5 * hour })),
      isScanned: this.#roll("scanner", address) < 0.2,
      ...(this.#roll("one-click", key) < 0.04
        ? { unsubscribesAfterMs: hour + this.#roll("one-click-delay", key) * 30 * hour }
        : {}),
    };
  }

  fateOfCall(key: TouchKey): FateOfCall {
    const roll = this.#roll("call", key);
    if (roll < 0.3) return { is: "nobody", reason: "TELECOM_UNANSWERED" };
    if (roll < 0.36) return { is: "nobody", reason: "TELECOM_BUSY" };
    if (roll < 0.58) return { is: "answered", keys: ["VOICEMAIL"] };
    const digits = Object.keys(this.#answersTo(key));
    const mood = this.#roll("keys", key);
    if (mood < 0.08) return { is: "answered", keys: ["9"] };
    if (mood < 0.35 || digits.length === 0) return { is: "answered", keys: ["NOINPUT"] };
    const digit = digits[Math.floor(this.#roll("digit", key) * digits.length)] ?? "1";
    this.#maybeDone(key);
    return { is: "answered", keys: [digit] };
  }

  /** Most tasks are closed, one in ten not before it is raised again; urgent ones within minutes. */
  fateOfTask(task: string, contact: string, priority = "routine"): FateOfTask | undefined {
    const roll = this.#roll("agent", `${task}/${contact}`);
    if (roll < 0.1) return undefined;
    const isUrgent = priority === "stat" || priority === "urgent";
    const afterMs = isUrgent ? 2 * minute + roll * 10 * minute : hour + roll * 60 * hour;
    return { afterMs, outcome: this.#roll("reached", task) < 0.75 ? "resolved" : "unreachable" };
  }

  /** An agent helped this patient: many then do what the campaign asked for. */
  helped(attributes: Readonly<Record<string, string>>, outcome: FateOfTask["outcome"]): void {
    const { patient, task } = attributes;
    const campaign = task?.split(":")[0];
    if (!patient || !campaign?.includes("/") || outcome !== "resolved") return;
    const roll = this.#roll("does-it", task ?? patient);
    if (roll < 0.6) this.#options.onDone(patient, campaign, (2 + roll * 20) * day);
  }

  #repliesTo(key: TouchKey, temper: number): readonly PatientReply[] {
    const about = parseTouchKey(key);
    // Notices are answers themselves; nobody answers them here.
    if (!about || about.touch.campaign.startsWith("reply/")) return [];
    this.#maybeDone(key);
    // Half of all people answer nothing, whatever they are asked.
    const roll = this.#roll("reply", key);
    if (temper < 0.45 || roll < 0.35) return [];
    const text = this.#wordsFor(key, about.patient, this.#roll("words", key));
    return [
      {
        id: `in-${digest(`${this.#options.seed}/${key}`)}`,
        afterMs: 3 * minute + this.#roll("delay", key) ** 3 * 40 * hour,
        text,
      },
    ];
  }

  #wordsFor(key: TouchKey, patient: string, roll: number): string {
    const said = phrases[this.#options.languageOf(patient)] ?? phrases["en"];
    const pick = (list: readonly string[] | undefined): string =>
      list?.[Math.floor(this.#roll("phrase", key) * list.length)] ?? "1";
    if (roll < 0.05) return pick(said?.optOut);
    if (roll < 0.08) return pick(said?.help);
    if (roll < 0.11) return pick(said?.wrongNumber);
    if (roll < 0.14) return pick(said?.redFlag);
    if (roll < 0.24) return pick(said?.freeText);
    const digits = Object.keys(this.#answersTo(key));
    const digit = digits[Math.floor(this.#roll("digit", key) * digits.length)];
    return digit ?? pick(said?.freeText);
  }

  #answersTo(key: TouchKey): Readonly<Record<string, string>> {
    const about = parseTouchKey(key);
    const campaign = this.#options.campaigns.find(({ id }) => id === about?.touch.campaign);
    const step = about && campaign?.steps[about.touch.step];
    return step && "answers" in step ? step.answers : {};
  }

  /** Some simply do it after a message, answer or none. */
  #maybeDone(key: TouchKey): void {
    const about = parseTouchKey(key);
    if (!about) return;
    const roll = this.#roll("done", key);
    if (roll < 0.12) {
      this.#options.onDone(about.patient, about.touch.campaign, (1 + roll * 60) * day);
    }
  }

  #roll(what: string, of: string): number {
    return chance(`${this.#options.seed}/${what}/${of}`);
  }
}
