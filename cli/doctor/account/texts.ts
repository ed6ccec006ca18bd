import type { Environment } from "#infra/environments";
import { contactsPatients } from "../contacted.ts";
import { type Finding, mistake, ok } from "../finding.ts";
import { notYet } from "./not-yet.ts";
import { noticeTopic } from "./notice-topic.ts";
import { answerTo } from "./question.ts";
import { checkTextIdentity, type TextIdentities } from "./text-identity.ts";

/** What End User Messaging says of the account in this region. */
export interface TextsAccount extends TextIdentities {
  isInSandbox(): Promise<boolean>;
  /** US dollars that texts may cost in a calendar month; none when AWS names no limit. */
  monthlyLimit(): Promise<number | undefined>;
  /** ARNs of the topics that a configuration set reports to; none when there is no such set. */
  reportsTo(configurationSet: string): Promise<readonly string[] | undefined>;
}

/** One question after the other: most of these operations may be called once a second. */
export async function checkTexts(
  environment: Environment,
  account: TextsAccount,
): Promise<readonly Finding[]> {
  return [
    ...(await checkSandbox(environment, account)),
    ...(await checkMoney(environment, account)),
    ...(await checkTextIdentity(environment, account)),
    ...(await checkReceipts(environment, account)),
  ];
}

function checkSandbox(environment: Environment, account: TextsAccount) {
  const check = "texts-sandbox";
  return answerTo({
    check,
    permission: "sms-voice:DescribeAccountAttributes",
    ask: () => account.isInSandbox(),
    judge: (isInSandbox) => {
      if (!isInSandbox) return [ok(check, "Texts may go to anybody.")];
      const says =
        "End User Messaging is in its sandbox: only ten verified numbers get texts, every other patient's is refused.";
      const advice = "Ask AWS for production access in this region (docs/runbooks/channels.md).";
      return [mistake(contactsPatients(environment))(check, says, advice)];
    },
  });
}

/** US dollars a month with which every account begins. Source: End User Messaging user guide, quotas. */
const beginnersLimit = 1;

function checkMoney(environment: Environment, account: TextsAccount) {
  const check = "texts-money";
  return answerTo({
    check,
    permission: "sms-voice:DescribeSpendLimits",
    ask: () => account.monthlyLimit(),
    judge: (limit) => {
      if (limit === undefined) return [ok(check, "AWS names no monthly limit for texts.")];
      if (limit > beginnersLimit) {
        const says = `Texts may cost ${limit} $ a month: hold it against \`rounds forecast\`.`;
        return [ok(check, says)];
      }
      const says = `Texts may cost ${limit} $ a month, about a hundred of them. Then the channel halts itself, and what becomes too late is withheld.`;
      const advice = "Ask AWS for what the texts of a month and a half will cost.";
      return [mistake(contactsPatients(environment))(check, says, advice)];
    },
  });
}

function checkReceipts(environment: Environment, account: TextsAccount) {
  const check = "texts-receipts";
  const { channels } = environment;
  const set = channels === "made" ? `rounds-${environment.name}` : channels.smsConfigurationSet;
  return answerTo({
    check,
    permission: "sms-voice:DescribeConfigurationSets",
    ask: () => account.reportsTo(set),
    judge: (topics) => {
      if (topics === undefined && channels === "made") {
        return [notYet(check, `configuration set ${set}`)];
      }
      const topic = noticeTopic(environment, "sms-events");
      if (topics?.includes(topic)) return [ok(check, "Carriers' receipts come back.")];
      const says = `The configuration set ${set} ${topics === undefined ? "is not there" : "does not report to the receipts' topic"}: what became of a text stays unknown, and dead numbers are tried again.`;
      const advice = `Add an event destination to ${topic}.`;
      return [mistake(contactsPatients(environment))(check, says, advice)];
    },
  });
}
