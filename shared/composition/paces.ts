import type { Pace } from "#domain/pace/slots";
import type { Lane } from "#domain/record/due";

export interface PaceConfig {
  readonly SMS_PER_SECOND?: number | undefined;
  readonly EMAIL_PER_SECOND?: number | undefined;
  readonly CALLS_PER_SECOND?: number | undefined;
}

/** The lanes whose provider takes only so many a second. */
export function pacesIn(config: PaceConfig): Partial<Readonly<Record<Lane, Pace>>> {
  const pace = (lane: Lane, perSecond: number | undefined) =>
    perSecond === undefined ? {} : { [lane]: { perSecond } };
  return {
    ...pace("sms", config.SMS_PER_SECOND),
    ...pace("email", config.EMAIL_PER_SECOND),
    ...pace("voice", config.CALLS_PER_SECOND),
  };
}
