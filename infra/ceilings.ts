import { type Channel, channels } from "../shared/domain/patient/contact-point.ts";
import type { Environment } from "./environments.ts";

/** A channel that halts itself, and beyond how many contacts in an hour. */
export interface Ceiling {
  readonly channel: Channel;
  readonly hourlyMax: number;
}

export function ceilingsOf({ sms, email, connect }: Environment): readonly Ceiling[] {
  const most = { sms: sms.hourlyMax, email: email.hourlyMax, voice: connect.hourlyMax };
  return channels.flatMap((channel) => {
    const hourlyMax = most[channel];
    return hourlyMax === undefined ? [] : [{ channel, hourlyMax }];
  });
}

/** The alarm and the function that it calls are in stacks of their own, and meet by these names. */
export function ceilingAlarm(environment: Environment, channel: Channel): string {
  return `rounds-${environment.name}-too-many-${channel}`;
}

export function haltFunction(environment: Environment): string {
  return `rounds-${environment.name}-halt-channel`;
}
