import type { Pace } from "#domain/pace/slots";
import type { Channel } from "#domain/patient/contact-point";

export interface PaceConfig {
  readonly SMS_PER_SECOND?: number | undefined;
  readonly EMAIL_PER_SECOND?: number | undefined;
  readonly CALLS_PER_SECOND?: number | undefined;
}

interface DayConfig {
  readonly SMS_PER_DAY?: number | undefined;
  readonly EMAIL_PER_DAY?: number | undefined;
  readonly CALLS_PER_DAY?: number | undefined;
}

/** The lanes whose provider takes only so many a day. */
export function daysIn(config: DayConfig): Partial<Readonly<Record<Channel, number>>> {
  const day = (lane: Channel, perDay: number | undefined) =>
    perDay === undefined ? {} : { [lane]: perDay };
  return {
    ...day("sms", config.SMS_PER_DAY),
    ...day("email", config.EMAIL_PER_DAY),
    ...day("voice", config.CALLS_PER_DAY),
  };
}

/** The lanes whose provider takes only so many a second. */
export function pacesIn(config: PaceConfig): Partial<Readonly<Record<Channel, Pace>>> {
  const pace = (lane: Channel, perSecond: number | undefined) =>
    perSecond === undefined ? {} : { [lane]: { perSecond } };
  return {
    ...pace("sms", config.SMS_PER_SECOND),
    ...pace("email", config.EMAIL_PER_SECOND),
    ...pace("voice", config.CALLS_PER_SECOND),
  };
}
