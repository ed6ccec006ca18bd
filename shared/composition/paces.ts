import type { Pace } from "#domain/pace/slots";
import type { Channel } from "#domain/patient/contact-point";

export interface PaceConfig {
  readonly SMS_PER_SECOND?: number | undefined;
  readonly EMAIL_PER_SECOND?: number | undefined;
  readonly CALLS_PER_SECOND?: number | undefined;
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
