import { type Hours, lastStart } from "../contact/start.ts";
import { windowsFor } from "../contact/windows-for.ts";
import { compose } from "../message/compose.ts";
import { segments } from "../message/segments.ts";
import { pageExample } from "../message/variables.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Profile } from "../patient/profile.ts";
import type { RecordEvent } from "../record/event.ts";
import { languageOf } from "../record/permission.ts";
import type { PatientRecord } from "../record/record.ts";
import type { Instant } from "../time.ts";
import { type ForecastPlan, rulesOf } from "./plan.ts";

type Event<Type extends RecordEvent["type"]> = Extract<RecordEvent, { type: Type }>;

/** One contact that was made, with what its lane must know to pace it. */
export interface MadeTouch {
  readonly at: Instant;
  readonly channel: Channel;
  /** The patient's language, BCP-47. */
  readonly language: string;
  /** What its provider counts: parts of a text, one mail, one call. */
  readonly units: number;
  /** A direct answer to the patient: it goes at any hour. */
  readonly isNotice: boolean;
  /** Past it the touch is stale, whatever the hours. */
  readonly notAfter: Instant;
  /** The latest start within the opening that it was made in. */
  readonly openUntil: Instant;
  readonly hours: Hours;
}

/** Sees what happens to one patient, and tells of each contact that was made. */
export class TouchMaker {
  readonly #given: string;
  readonly #plan: ForecastPlan;
  readonly #notices = new Map<string, Event<"notice-planned">>();
  #claimed: Event<"touch-claimed"> | undefined;

  constructor({ given }: Pick<Profile, "given">, plan: ForecastPlan) {
    this.#given = given;
    this.#plan = plan;
  }

  /** @param record as the event, or one soon after it, left it. */
  see(event: RecordEvent, record: PatientRecord): MadeTouch | undefined {
    if (event.type === "notice-planned") this.#notices.set(event.reply, event);
    if (event.type === "touch-claimed") this.#claimed = event;
    if (event.type !== "touch-accepted" || this.#claimed === undefined) return undefined;
    const { at, channel, notAfter, isNotice } = this.#claimed;
    const hours = this.#hoursOf(record);
    return {
      at,
      channel,
      language: languageOf(record),
      units: channel === "sms" ? this.#partsOf(this.#claimed, languageOf(record)) : 1,
      isNotice,
      notAfter,
      openUntil: isNotice ? notAfter : (lastStart(at, channel, hours) ?? at),
      hours,
    };
  }

  /** Parts of the text as it would be written to this patient; one where there are no words. */
  #partsOf({ touch, channel, version }: Event<"touch-claimed">, language: string): number {
    const { organization } = this.#plan;
    const campaign = rulesOf(this.#plan).campaign(touch.campaign, version) ?? this.#plan.campaign;
    const notice = this.#notices.get(touch.episode);
    const words = compose({
      ...{ touch, channel, campaign, organization },
      profile: { given: this.#given, language },
      page: pageExample,
      ...(notice === undefined ? {} : { notice }),
    });
    return words?.channel === "sms" ? segments(words.text).segments : 1;
  }

  #hoursOf({ reach, preferences }: PatientRecord): Hours {
    const { policy } = this.#plan.organization;
    return {
      zones: reach.zones.length > 0 ? reach.zones : policy.unknownZones,
      windows: windowsFor(policy, reach, preferences?.hours),
    };
  }
}
