import type { Campaign } from "../campaign/campaign.ts";
import type { Purpose } from "../campaign/purpose.ts";
import { lastStart } from "../contact/start.ts";
import { type Composed, compose } from "../message/compose.ts";
import { pageExample } from "../message/variables.ts";
import type { Organization } from "../patient/organization.ts";
import type { Profile } from "../patient/profile.ts";
import type { RecordEvent } from "../record/event.ts";
import { hoursOf } from "../record/moment.ts";
import { languageOf } from "../record/permission.ts";
import type { TouchRef } from "../record/touch.ts";
import { begin } from "../record/turn.ts";
import { taskWords } from "../task/words.ts";
import type { Told } from "./told.ts";
import type { Walk } from "./walk.ts";

type Event<Type extends RecordEvent["type"]> = Extract<RecordEvent, { type: Type }>;

export interface TellerSubject {
  readonly campaign: Campaign;
  readonly organization: Organization;
  readonly profile: Pick<Profile, "given">;
}

/** Tells a walk's events, in their order, with the words as production composes them. */
export class Teller {
  readonly #walk: Walk;
  readonly #campaign: Campaign;
  readonly #organization: Organization;
  readonly #given: string;
  readonly #notices = new Map<string, Event<"notice-planned">>();
  #claimed: Event<"touch-claimed"> | undefined;

  constructor(walk: Walk, about: TellerSubject) {
    this.#walk = walk;
    this.#campaign = about.campaign;
    this.#organization = about.organization;
    this.#given = about.profile.given;
  }

  /** What is worth telling of an event; most are not. */
  tell(event: RecordEvent): Told | undefined {
    const { at } = event;
    switch (event.type) {
      case "notice-planned":
        this.#notices.set(event.reply, event);
        return undefined;
      case "touch-claimed":
        this.#claimed = event;
        return undefined;
      case "enrolled":
        return { is: "entered", at, campaign: event.campaign, step: event.start };
      case "enrollment-refused":
        return { is: "kept-out", at, campaign: event.campaign, reason: event.reason };
      case "touch-planned":
        return this.#planned(event);
      case "touch-moved":
      case "touch-withheld":
      case "touch-failed":
      case "touch-receipted":
        return touchTold(event);
      case "touch-accepted":
        return { is: "sent", ...about(event), ...this.#words(event) };
      case "reply-received":
        return this.#said(event);
      case "answered": {
        const { campaign, step, answer } = event;
        return { is: "answered", at, campaign, step, answer };
      }
      case "opted-out":
        return { is: "opted-out", at };
      case "opted-in":
        return { is: "opted-in", at };
      case "narrowing-offered":
        return { is: "asked-scope", at, until: event.until };
      case "escalated":
        return this.#task(event);
      case "task-raised":
        return event.raised > 1 ? { is: "task-again", at } : undefined;
      case "task-resolved":
        return { is: "task-closed", at, outcome: event.outcome };
      case "wait-began":
        return { is: "waits", at, campaign: event.campaign, step: event.step, until: event.until };
      case "enrollment-ended":
        return { is: "ended", at, campaign: event.campaign, outcome: event.outcome };
      default:
        return undefined;
    }
  }

  /** What goes out in the same moment is told as sent. */
  #planned(event: Event<"touch-planned">): Told | undefined {
    const { at, channel, dueAt: until } = event;
    if (until <= at) return undefined;
    const hours = hoursOf(begin(this.#walk.rehearsal.record(), at, this.#walk.rules));
    const isClosed = lastStart(at, channel, hours) === undefined;
    return { is: "planned", ...about(event), until, ...(isClosed ? { reason: "hours" } : {}) };
  }

  #words({ touch, channel }: Event<"touch-accepted">): Pick<Told, "text" | "subject"> {
    const composed = this.#compose(touch, channel);
    if (composed === undefined) return {};
    const { text } = composed;
    return composed.channel === "email" ? { subject: composed.subject, text } : { text };
  }

  #compose(touch: TouchRef, channel: Event<"touch-accepted">["channel"]): Composed | undefined {
    const { rules } = this.#walk;
    const record = this.#walk.rehearsal.record();
    const { version = 0, with: merged = [] } = this.#claimed ?? {};
    const campaign = rules.campaign(touch.campaign, version);
    const notice = this.#notices.get(touch.episode);
    const also = merged.flatMap((other): readonly Purpose[] => {
      const open = record.enrollments.find((one) => one.campaign === other.campaign);
      const found = open && rules.campaign(open.campaign, open.version);
      return found ? [found.purpose] : [];
    });
    return compose({
      ...{ touch, channel, organization: this.#organization, also, page: pageExample },
      profile: { given: this.#given, language: languageOf(record) },
      ...(campaign === undefined ? {} : { campaign }),
      ...(notice === undefined ? {} : { notice }),
    });
  }

  #said({ at, reply, channel, meanings, tier }: Event<"reply-received">): Told {
    const text = this.#walk.saidBy(reply);
    return {
      ...{ is: "said", at, channel, meanings },
      ...(tier === undefined ? {} : { tier }),
      ...(text === undefined ? {} : { text }),
    };
  }

  #task({ at, task, tier }: Event<"escalated">): Told {
    const { reason, queue, priority, deadline } = task;
    return {
      ...{ is: "task", at, reason, queue, priority, until: deadline },
      text: taskWords(reason, this.#campaign),
      ...(tier === undefined ? {} : { tier }),
    };
  }
}

type TouchTold = Event<"touch-moved" | "touch-withheld" | "touch-failed" | "touch-receipted">;

function touchTold(event: TouchTold): Told | undefined {
  switch (event.type) {
    case "touch-moved":
      return {
        ...{ is: "moved", ...about(event) },
        ...{ reason: event.reason, rule: event.rule, until: event.dueAt },
      };
    case "touch-withheld": {
      const { reason, rule } = event;
      return { is: "withheld", ...about(event), reason, ...(rule === undefined ? {} : { rule }) };
    }
    case "touch-failed":
      return { is: "failed", ...about(event), reason: event.reason };
    case "touch-receipted": {
      const { receipt } = event;
      if (receipt.is === "failed") {
        return { is: "failed", ...about(event), reason: receipt.reason };
      }
      return receipt.is === "delivered"
        ? { is: "received", ...about(event), reason: receipt.by }
        : undefined;
    }
  }
}

function about({
  at,
  touch,
  channel,
}: {
  readonly at: number;
  readonly touch: TouchRef;
  readonly channel?: Event<"touch-accepted">["channel"];
}): Pick<Told, "at" | "campaign" | "step" | "channel" | "isNotice"> {
  const isNotice = touch.campaign.startsWith("reply/");
  return {
    at,
    ...(channel === undefined ? {} : { channel }),
    ...(isNotice ? { isNotice } : { campaign: touch.campaign, step: touch.step }),
  };
}
