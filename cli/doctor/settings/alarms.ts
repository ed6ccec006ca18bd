import type { Environment } from "#infra/environments";
import { contactsPatients } from "../contacted.ts";
import { type Finding, mistake, ok } from "../finding.ts";

const check = "alarms";

/** An alarm that nobody hears. */
export function checkAlarms(environment: Environment): readonly Finding[] {
  const { length } = environment.alarmsTo;
  if (length > 0) {
    const people = length === 1 ? "One address is" : `${length} addresses are`;
    return [ok(check, `${people} written to, once confirmed.`)];
  }
  const says =
    "Nobody is written to when an alarm goes off: patients who are not heard stay unheard until they complain.";
  const advice = "Name who is on call under `alarmsTo`.";
  return [mistake(contactsPatients(environment))(check, says, advice)];
}
