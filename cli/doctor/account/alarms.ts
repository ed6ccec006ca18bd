import { alarmTopicName } from "#infra/alarm-topic";
import type { Environment } from "#infra/environments";
import { several } from "../../report/numbers.ts";
import { contactsPatients } from "../contacted.ts";
import { type Finding, mistake, ok } from "../finding.ts";
import { notYet } from "./not-yet.ts";
import { answerTo } from "./question.ts";

/** What SNS says of the topic on which alarms are heard. */
export interface AlarmsAccount {
  /** The mail addresses that confirmed, of the first hundred; none when there is no topic. */
  confirmed(topicArn: string): Promise<readonly string[] | undefined>;
}

/** An alarm that nobody confirmed is silent. */
export async function checkAlarmsConfirmed(
  environment: Environment,
  account: AlarmsAccount,
): Promise<readonly Finding[]> {
  const check = "alarms-confirmed";
  const { account: owner, alarmsTo, region } = environment;
  // That nobody is named is told of the settings.
  if (alarmsTo.length === 0) return [];
  return answerTo({
    check,
    permission: "sns:ListSubscriptionsByTopic",
    ask: () => account.confirmed(`arn:aws:sns:${region}:${owner}:${alarmTopicName(environment)}`),
    judge: (confirmed) => {
      if (confirmed === undefined) return [notYet(check, "topic of alarms")];
      const silent = alarmsTo.filter((address) => !confirmed.includes(address)).length;
      if (silent === 0) return [ok(check, "Everybody in `alarmsTo` has confirmed.")];
      const says = `${several(silent, "address", "addresses")} in \`alarmsTo\` did not confirm and hear of no alarm: patients who are not heard stay unheard.`;
      const advice = "Have them follow the link in the mail from SNS.";
      return [mistake(contactsPatients(environment))(check, says, advice)];
    },
  });
}
