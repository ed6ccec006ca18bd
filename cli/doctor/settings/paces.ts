import { type Channel, channels } from "#domain/patient/contact-point";
import type { Environment } from "#infra/environments";
import { contactsPatients } from "../contacted.ts";
import { type Finding, mistake, ok } from "../finding.ts";
import { enumerate } from "./written.ts";

const secondsAnHour = 3_600;

/** Where a channel's pace stands in an environment. */
const settingOf = { sms: "sms", email: "email", voice: "connect" } as const;

/** Without a pace everything that is due is handed to the provider at once. */
export function checkPaces(environment: Environment): readonly Finding[] {
  const check = "pace";
  const missing = settingsOf(environment).filter(({ perSecond }) => perSecond === undefined);
  if (missing.length === 0) return [ok(check, "Every channel has a pace.")];
  const paths = missing.map(({ setting }) => `\`${setting}.perSecond\``);
  const says = `No ${enumerate(paths)}: a morning's contacts are handed over at once, refused, and some are stale before their turn comes.`;
  const advice = "Write what the provider grants: docs/deploy.md has the usual numbers.";
  return [mistake(contactsPatients(environment))(check, says, advice)];
}

/** The brake for the day on which far more goes out than planned, and whether it can act at all. */
export function checkCeilings(environment: Environment): readonly Finding[] {
  const check = "ceiling";
  const settings = settingsOf(environment);
  const tell = mistake(contactsPatients(environment));
  const found: Finding[] = [];
  const none = settings.filter(({ hourlyMax }) => hourlyMax === undefined);
  if (none.length > 0 && contactsPatients(environment)) {
    const paths = none.map(({ setting }) => `\`${setting}.hourlyMax\``);
    const says = `No ${enumerate(paths)}: a mistake that contacts everybody is halted by a person or not at all.`;
    const advice = "Write twice the busiest hour that `rounds forecast` shows.";
    found.push(tell(check, says, advice));
  }
  for (const { setting, perSecond, hourlyMax } of settings) {
    if (perSecond === undefined || hourlyMax === undefined) continue;
    const fastest = Math.floor(perSecond * secondsAnHour);
    if (hourlyMax < fastest) continue;
    const says = `\`${setting}.hourlyMax\` is ${hourlyMax}, and its pace lets no more than ${fastest} out in an hour: it never halts.`;
    found.push(tell(check, says, "Write twice the busiest hour that `rounds forecast` shows."));
  }
  if (found.length > 0) return found;
  if (none.length === 0)
    return [ok(check, "A channel that sends far more than planned halts itself.")];
  return [ok(check, "Not asked for where only those who test are contacted.")];
}

interface ChannelSetting {
  readonly setting: (typeof settingOf)[Channel];
  readonly perSecond: number | undefined;
  readonly hourlyMax: number | undefined;
}

function settingsOf(environment: Environment): readonly ChannelSetting[] {
  return channels.map((channel) => {
    const setting = settingOf[channel];
    const { perSecond, hourlyMax } = environment[setting];
    return { setting, perSecond, hourlyMax };
  });
}
