import { Stack } from "aws-cdk-lib";
import { Construct } from "constructs";
import { ceilingsOf, haltFunction } from "../../ceilings.ts";
import { alarmWhenAbove } from "../../constructs/alarm.ts";
import type { PatientAlarmsProps } from "./patient-alarms.ts";

/** What a patient calls a contact on this channel. */
const contacts = { sms: "texts", email: "mails", voice: "calls" } as const;

/**
 * One alarm for each channel with a ceiling; besides telling people it calls the function that
 * halts the channel, for a mistaken audience reaches thousands before anybody has woken up.
 */
export class CeilingAlarms extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { surroundings, measured }: Omit<PatientAlarmsProps, "table">,
  ) {
    super(scope, id);
    const { environment } = surroundings;
    const { account, region } = Stack.of(this);
    const halt = `arn:aws:lambda:${region}:${account}:function:${haltFunction(environment)}`;
    for (const { channel, hourlyMax } of ceilingsOf(environment)) {
      alarmWhenAbove(this, channel, {
        surroundings,
        runbook: "watch.md#too-many",
        says: `More than ${hourlyMax} ${contacts[channel]} went in an hour, far more than was planned: patients may be contacted by mistake. The channel halts itself.`,
        metric: measured.of("Touches", { channel, outcome: "sent" }, 60),
        above: hourlyMax,
        also: [{ bind: () => ({ alarmActionArn: halt }) }],
      });
    }
  }
}
